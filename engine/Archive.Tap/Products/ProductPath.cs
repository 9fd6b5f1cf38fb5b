using System.Diagnostics.CodeAnalysis;

namespace Archive.Tap.Products;

/// <summary>A <c>filehand</c> as folders and a name, each of which is safe to stand in a path of this machine: no way up, nothing hidden, nothing that another system takes for a separator.</summary>
internal sealed record ProductPath(string[] Folders, string Name)
{
    private const int MaximumCharacters = 512, MaximumFolders = 16;

    /// <summary>Reads <c>/koadata1/HIRES/20040824/lev0/HI.20040824.08204.fits</c>, with or without the slash at its begin; false for what can't be a product's path.</summary>
    public static bool TryParse([NotNullWhen(true)] string? fileHandle, [NotNullWhen(true)] out ProductPath? path)
    {
        path = null;
        if (string.IsNullOrEmpty(fileHandle) || fileHandle.Length > MaximumCharacters) return false;
        var parts = (fileHandle[0] == '/' ? fileHandle[1..] : fileHandle).Split('/');
        if (parts.Length > MaximumFolders + 1 || !parts.All(IsSafe)) return false;
        path = new ProductPath(parts[..^1], parts[^1]);
        return true;
    }

    public override string ToString() => string.Join('/', [.. Folders, Name]);

    private static bool IsSafe(string part) => part.Length > 0 && part[0] != '.' && !part.Any(character => char.IsControl(character) || character is '\\' or ':');
}
