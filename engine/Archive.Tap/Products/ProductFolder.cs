using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Archive.Tap.Products;

/// <summary>
/// The files that rows' <c>filehand</c> names. A file is at the path that <c>filehand</c> says below the folder, where some of the path's folders may be missing, since
/// nobody's copy has KOA's disks: <c>/koadata1/HIRES/20040824/lev0/x.fits</c> is also found as <c>20040824/x.fits</c> or <c>x.fits</c>, and as <c>x.fits.gz</c>. The longest path wins.
/// </summary>
internal sealed class ProductFolder
{
    private const string Compressed = ".gz";

    /// <summary>Of paths with more folders than this none may be missing, so that one look-up is never more than some dozen questions to the file system.</summary>
    private const int MostFoldersThatMayMiss = 5;

    private readonly string? root;

    /// <param name="folder">The folder; null where there are no files.</param>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public ProductFolder(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder)) throw new ArgumentException($"There is no folder {folder} with the files of the rows. Make it, or set products_folder to another one, or leave that out.");
        root = folder is null ? null : Path.GetFullPath(folder);
    }

    public bool IsConfigured => root is not null;

    /// <summary>Finds a file; false where the path isn't one, or leads to no file below the folder. Links are not followed, wherever they lead, and what is empty is no file: a pipe, for instance.</summary>
    public bool TryFind(string? fileHandle, [NotNullWhen(true)] out Product? product)
    {
        product = null;
        if (root is null || !ProductPath.TryParse(fileHandle, out var path)) return false;
        foreach (var folders in FoldersThatMayBe(path.Folders))
        {
            if (FolderOf(folders) is not { } folder) continue;
            product = FileIn(folder, path.Name) ?? FileIn(folder, path.Name + Compressed);
            if (product is not null) return true;
        }

        return false;
    }

    /// <summary>All the folders, then all but one, and so on down to none.</summary>
    private static IEnumerable<string[]> FoldersThatMayBe(string[] folders) => folders.Length > MostFoldersThatMayMiss
        ? [folders]
        : Enumerable.Range(0, 1 << folders.Length)
            .OrderByDescending(chosen => BitOperations.PopCount((uint)chosen))
            .Select(chosen => folders.Where((_, index) => (chosen >> index & 1) == 1).ToArray());

    private string? FolderOf(string[] folders)
    {
        var folder = root!;
        foreach (var name in folders)
        {
            folder = Path.Combine(folder, name);
            var found = new DirectoryInfo(folder);
            if (!found.Exists || found.LinkTarget is not null) return null;
        }

        return folder;
    }

    private static Product? FileIn(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        return file is { Exists: true, LinkTarget: null, Length: > 0 } ? new Product(file.FullName, file.Name, file.Length, file.LastWriteTimeUtc) : null;
    }
}
