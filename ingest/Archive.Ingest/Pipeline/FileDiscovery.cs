namespace Archive.Ingest.Pipeline;

/// <summary>
/// Lists the files to ingest in an order that depends on nothing but their paths: folder by folder, names by code point. Names that
/// begin with a dot are hidden and left out; links to folders aren't followed, since they may lead in circles.
/// </summary>
internal static class FileDiscovery
{
    /// <param name="paths">Files and folders; one inside another counts once.</param>
    /// <param name="archiveRoot">The archive's own folder, which is left out.</param>
    /// <param name="cancellation">Ends the listing.</param>
    /// <returns>The files, found anew each time they are gone through; memory holds the folder at hand and those it is in, not all.</returns>
    /// <exception cref="IngestException">A path doesn't exist; while going through them, a folder can't be read.</exception>
    public static IEnumerable<string> List(IEnumerable<string> paths, string archiveRoot, CancellationToken cancellation)
    {
        List<IEnumerable<string>> files = [];
        string? former = null;
        foreach (var root in paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))).Order(PathOrder))
        {
            if (former is not null && (root == former || root.StartsWith(WithSeparator(former), StringComparison.Ordinal))) continue;
            former = root;
            if (File.Exists(root)) files.Add([root]);
            else if (Directory.Exists(root)) files.Add(Walk(root, Path.TrimEndingDirectorySeparator(Path.GetFullPath(archiveRoot)), cancellation));
            else throw new IngestException($"There is no file or folder {root}. Check the path; if it is on another disk, whether that is mounted.");
        }

        return files.SelectMany(found => found);
    }

    /// <summary>A folder comes directly before what is in it.</summary>
    private static Comparer<string> PathOrder { get; } = Comparer<string>.Create((left, right) => string.CompareOrdinal(WithSeparator(left), WithSeparator(right)));

    private static string WithSeparator(string path) => Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar;

    private static IEnumerable<string> Walk(string root, string archiveRoot, CancellationToken cancellation)
    {
        // A stack, not recursion: how deep folders are nested is not ours to say.
        Stack<(string Path, bool IsFolder)> open = new([(root, true)]);
        while (open.TryPop(out var entry))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!entry.IsFolder)
            {
                yield return entry.Path;
                continue;
            }

            if (entry.Path == archiveRoot) continue;
            foreach (var inside in Read(entry.Path).OrderByDescending(inside => inside.Path, StringComparer.Ordinal)) open.Push(inside);
        }
    }

    private static IEnumerable<(string Path, bool IsFolder)> Read(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })
                .Where(found => found.Name[0] != '.' && (found is FileInfo || found.LinkTarget is null))
                .Select(found => (found.FullName, found is DirectoryInfo))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IngestException($"The folder {folder} can't be read: {error.Message} Check its rights, or ingest the folders beside it one by one.", error);
        }
    }
}
