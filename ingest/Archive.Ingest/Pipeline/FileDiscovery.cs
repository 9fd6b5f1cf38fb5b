using System.IO.Enumeration;
using System.Text;
using Archive.Ingest.Bookkeeping;

namespace Archive.Ingest.Pipeline;

/// <summary>Told of a file: its folder, its name in UTF-8, the hash of its path, its size and its modification time in microseconds since 1970.</summary>
internal delegate void FileFound(string folder, ReadOnlySpan<byte> name, ulong pathHash, long size, long modified);

/// <summary>
/// Meets the files to ingest, folder by folder. Names that begin with a dot are hidden and left out; links to folders aren't followed,
/// since they may lead in circles. Of a file nothing but its directory entry is asked for.
/// </summary>
/// <param name="archiveRoot">The archive's own folder, which is left out; null where there is none.</param>
/// <param name="found">Told of each file.</param>
internal sealed class FileDiscovery(string? archiveRoot, FileFound found)
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly string? _archiveRoot = archiveRoot is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(archiveRoot));
    private readonly byte[] _name = new byte[4096];

    /// <summary>The paths as they are met: absolute, in order, without those that are inside another.</summary>
    /// <exception cref="IngestException">A path doesn't exist.</exception>
    public static IReadOnlyList<string> RootsOf(IEnumerable<string> paths)
    {
        List<string> roots = [];
        foreach (var root in paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))).Order(Partitioning.PathOrder.Comparer))
        {
            if (roots.Count > 0 && IsAtOrBelow(root, roots[^1])) continue;
            if (!Path.Exists(root)) throw new IngestException($"There is no file or folder {root}. Check the path; if it is on another disk, whether that is mounted.");
            roots.Add(root);
        }

        return roots;
    }

    /// <summary>Is the path the root or below it?</summary>
    public static bool IsAtOrBelow(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || Path.EndsInDirectorySeparator(root) || path[root.Length] == Path.DirectorySeparatorChar);

    /// <summary>Its path below the root that it is in, with slashes; of a file that is a root, or in none, its name.</summary>
    public static string NameBelow(IReadOnlyList<string> roots, string path) =>
        roots.FirstOrDefault(root => path.Length > root.Length && IsAtOrBelow(path, root)) is { } root
            ? Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/')
            : Path.GetFileName(path);

    /// <param name="root">A file, or a folder with all that is in it.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="IngestException">A folder can't be read.</exception>
    public void Visit(string root, CancellationToken cancellation)
    {
        if (!Directory.Exists(root))
        {
            using FileTimes file = new(Path.GetDirectoryName(root)!);
            Tell(file, Path.GetDirectoryName(root)!, Path.GetFileName(root), HashOf(Path.GetDirectoryName(root)!));
            return;
        }

        // A stack, not recursion: how deep folders are nested is not ours to say.
        Stack<string> open = new([root]);
        while (open.TryPop(out var folder))
        {
            cancellation.ThrowIfCancellationRequested();
            if (folder == _archiveRoot) continue;
            foreach (var inside in Read(folder).OrderDescending(StringComparer.Ordinal)) open.Push(inside);
        }
    }

    private static ulong HashOf(string folder) => TextHash.Of(Encoding.UTF8.GetBytes(folder.TrimEnd(Path.DirectorySeparatorChar)));

    /// <summary>Tells of the files of a folder.</summary>
    /// <returns>The folders in it.</returns>
    private List<string> Read(string folder)
    {
        var hash = HashOf(folder);
        try
        {
            using FileTimes times = new(folder);
            return [.. new FileSystemEnumerable<string?>(folder, (ref entry) => Meet(ref entry, times, folder, hash), All).OfType<string>()];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IngestException($"The folder {folder} can't be read: {error.Message} Check its rights, or ingest the folders beside it one by one.", error);
        }
    }

    /// <returns>The path of a folder to be looked into; null for all else.</returns>
    private string? Meet(ref FileSystemEntry entry, FileTimes times, string folder, ulong folderHash)
    {
        if (entry.FileName[0] == '.') return null;
        if (entry.IsDirectory) return new DirectoryInfo(entry.ToFullPath()).LinkTarget is null ? entry.ToFullPath() : null;
        Tell(times, folder, entry.FileName, folderHash);
        return null;
    }

    private void Tell(FileTimes times, string folder, ReadOnlySpan<char> fileName, ulong folderHash)
    {
        var name = _name.AsSpan(0, Encoding.UTF8.GetBytes(fileName, _name));
        var (size, modified) = times.Of(name);
        found(folder, name, TextHash.Of(name, folderHash), size, modified);
    }
}
