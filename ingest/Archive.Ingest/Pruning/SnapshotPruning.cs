using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Pruning;

/// <summary>
/// Removes former snapshots of a table and the partition files that only they name. The manifests go first: after a kill no manifest names a file that is gone, and the
/// next pruning removes the rest. A query of a snapshot that goes while it runs may fail and says so; queries of the present state don't read these files.
/// </summary>
public sealed class SnapshotPruning(TableFolder folder)
{
    /// <param name="rule">What stays.</param>
    /// <param name="isTrial">Nothing is removed, only reported.</param>
    /// <exception cref="IngestException">An ingest is running, or something can't be removed.</exception>
    /// <exception cref="ManifestException">A manifest can't be read: nothing was removed.</exception>
    public PruneReport Run(PruneRule rule, bool isTrial)
    {
        using var writer = TableWriter.OpenToRemove(folder);
        PruneReport? report = null;
        writer.Guard(() => report = Prune(writer.Manifests, rule, isTrial));
        return report!;
    }

    private PruneReport Prune(ManifestStore store, PruneRule rule, bool isTrial)
    {
        var manifests = store.Numbers().Select(store.Read).ToList();
        var current = store.CurrentNumber();
        var kept = Kept(manifests, current, rule);
        var removed = manifests.Except(kept).Select(manifest => manifest.Number).Order().ToList();
        var unnamed = UnnamedFiles(kept).ToList();
        var report = new PruneReport(folder.Name, [.. removed], [.. kept.Select(manifest => manifest.Number).Order()], unnamed.Count, unnamed.Sum(file => file.Length));
        if (isTrial) return report;

        foreach (var number in removed) File.Delete(folder.ManifestFile(number));
        foreach (var file in unnamed) file.Delete();
        foreach (var description in UnnamedDescriptions(kept)) File.Delete(description);
        UnfinishedWork.RemoveEmptyFolders(folder);
        return report;
    }

    private static List<Manifest> Kept(List<Manifest> newestFirst, int current, PruneRule rule)
    {
        // A manifest beyond the current one is of an ingest that was killed; it never was a snapshot.
        var were = newestFirst.Where(manifest => manifest.Number <= current).ToList();
        var sinceThen = rule.Since is { } since ? were.TakeWhile(manifest => manifest.Created > since).Count() + 1 : 0;
        return [.. were.Take(Math.Max(1, Math.Max(rule.Newest, sinceThen)))];
    }

    private IEnumerable<FileInfo> UnnamedFiles(List<Manifest> kept)
    {
        var named = kept.SelectMany(manifest => manifest.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return UnfinishedWork.PartitionFiles(folder).Where(file => !named.Contains(file.Path)).Select(file => file.File);
    }

    private IEnumerable<string> UnnamedDescriptions(List<Manifest> kept)
    {
        var named = kept.Select(folder.DescriptionOf).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder.ManifestsFolder, "*.vot").Where(path => !named.Contains(path));
    }
}
