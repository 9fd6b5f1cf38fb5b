using Xunit;

namespace Archive.Testing;

/// <summary>
/// Finds test data that is not part of the repository: the folder <c>shared</c> beside the checkout. A user's clone has none; a
/// test that needs it skips, and says so.
/// </summary>
public static class SharedData
{
    /// <summary>The repository's root: the nearest folder above the running test that holds <c>Archive.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>Path of a file or folder of the shared data. Skips the running test (a <c>SkippableFact</c> or
    /// <c>SkippableTheory</c>) where it is missing.</summary>
    public static string Require(string relativePath)
    {
        var path = Path.Combine(RepositoryRoot, "..", "shared", relativePath);
        Skip.IfNot(File.Exists(path) || Directory.Exists(path), $"needs ../shared/{relativePath}, which is not here");
        return Path.GetFullPath(path);
    }

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archive.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository: no Archive.sln above " + AppContext.BaseDirectory);
    }
}
