using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// What an ingest writes before it is committed lies in the folder <c>unfinished</c> of its table, and partition files that are
/// in place but in no manifest are nobody's yet. Both are removed by the ingest that made them or, after a kill, by the next one. Call only
/// while holding the <see cref="TableLock"/>.
/// </summary>
internal static class UnfinishedWork
{
    public static string FolderOf(TableFolder table) => Path.Combine(table.Root, "unfinished");

    /// <summary>Removes all that a killed ingest left. Files that any manifest names stay, whether it was ever current or not.</summary>
    /// <exception cref="ManifestException">The file that names the current manifest is lost.</exception>
    public static void Sweep(TableFolder table, ManifestStore manifests)
    {
        var numbers = manifests.Numbers();
        if (!File.Exists(table.CurrentFile) && numbers.Length > 1)
            throw new ManifestException($"{table.CurrentFile} is missing, but there are {numbers.Length} manifests beside it. Write the number of the snapshot that should be current into it: {numbers[0]} is the newest.");
        Discard(table);
        foreach (var leftover in TemporaryFiles(table)) File.Delete(leftover);
        var current = manifests.ReadCurrent();
        var orphans = Orphans(table, current);
        foreach (var number in numbers.TakeWhile(_ => orphans.Count > 0)) orphans.ExceptWith(manifests.Read(number).Files.Select(file => file.Path));
        foreach (var orphan in orphans) File.Delete(Path.Combine(table.Root, orphan));
        RemoveEmptyFolders(table);
    }

    /// <summary>Removes the folders of partitions that hold nothing any more.</summary>
    public static void RemoveEmptyFolders(TableFolder table)
    {
        foreach (var folder in PartitionFolders(table).Where(folder => !Directory.EnumerateFileSystemEntries(folder).Any())) Directory.Delete(folder);
    }

    /// <summary>All partition files that are there, and their paths as manifests have them.</summary>
    public static IEnumerable<(FileInfo File, string Path)> PartitionFiles(TableFolder table) =>
        PartitionFolders(table)
            .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*.parquet"))
            .Select(file => (file, Path.GetRelativePath(table.Root, file.FullName).Replace('\\', '/')));

    /// <summary>Removes the folder <c>unfinished</c>.</summary>
    public static void Discard(TableFolder table)
    {
        if (Directory.Exists(FolderOf(table))) Directory.Delete(FolderOf(table), recursive: true);
    }

    /// <summary>
    /// Partition files that the current manifest doesn't name and that are newer than it. Older ones belong to former snapshots: a
    /// killed ingest's files are swept by the next, before that one commits.
    /// </summary>
    private static HashSet<string> Orphans(TableFolder table, Manifest current)
    {
        var committed = current.Number == 0 ? DateTime.MinValue : File.GetLastWriteTimeUtc(table.ManifestFile(current.Number));
        var named = current.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return PartitionFiles(table)
            .Where(file => file.File.LastWriteTimeUtc >= committed)
            .Select(file => file.Path)
            .Where(file => !named.Contains(file))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> PartitionFolders(TableFolder table) =>
        Directory.EnumerateDirectories(table.Root, PartitionPath.UtDateFolderPrefix + "*")
            .Concat(Directory.EnumerateDirectories(table.Root, PartitionPath.UndatedFolder));

    private static IEnumerable<string> TemporaryFiles(TableFolder table) =>
        new[] { (table.Root, SearchOption.TopDirectoryOnly), (table.ManifestsFolder, SearchOption.TopDirectoryOnly), (table.QuarantineFolder, SearchOption.AllDirectories) }
            .Where(place => Directory.Exists(place.Item1))
            .SelectMany(place => Directory.EnumerateFiles(place.Item1, "*" + AtomicFile.TemporarySuffix, place.Item2));
}
