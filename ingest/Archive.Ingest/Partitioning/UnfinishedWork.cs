using System.Globalization;
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
        var numbers = ManifestNumbers(table);
        if (!File.Exists(table.CurrentFile) && numbers.Length > 1)
            throw new ManifestException($"{table.CurrentFile} is missing, but there are {numbers.Length} manifests beside it. Write the number of the snapshot that should be current into it: {numbers[0]} is the newest.");
        Discard(table);
        foreach (var leftover in TemporaryFiles(table)) File.Delete(leftover);
        var current = manifests.ReadCurrent();
        var orphans = Orphans(table, current);
        foreach (var number in numbers.TakeWhile(_ => orphans.Count > 0)) orphans.ExceptWith(manifests.Read(number).Files.Select(file => file.Path));
        foreach (var orphan in orphans) File.Delete(Path.Combine(table.Root, orphan));
        foreach (var folder in PartitionFolders(table).Where(folder => !Directory.EnumerateFileSystemEntries(folder).Any())) Directory.Delete(folder);
    }

    /// <summary>Removes the folder <c>unfinished</c>.</summary>
    public static void Discard(TableFolder table)
    {
        if (Directory.Exists(FolderOf(table))) Directory.Delete(FolderOf(table), recursive: true);
    }

    /// <summary>Numbers of all manifests of a table, the newest first; one may be of an ingest that was killed before it became current.</summary>
    public static int[] ManifestNumbers(TableFolder table) => !Directory.Exists(table.ManifestsFolder) ? [] :
    [
        .. Directory.EnumerateFiles(table.ManifestsFolder, "*.json")
            .Select(path => int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0).OrderDescending(),
    ];

    /// <summary>
    /// Partition files that the current manifest doesn't name and that are newer than it. Older ones belong to former snapshots: a
    /// killed ingest's files are swept by the next, before that one commits.
    /// </summary>
    private static HashSet<string> Orphans(TableFolder table, Manifest current)
    {
        var committed = current.Number == 0 ? DateTime.MinValue : File.GetLastWriteTimeUtc(table.ManifestFile(current.Number));
        var named = current.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return PartitionFolders(table)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.parquet"))
            .Where(file => File.GetLastWriteTimeUtc(file) >= committed)
            .Select(file => Path.GetRelativePath(table.Root, file).Replace('\\', '/'))
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
