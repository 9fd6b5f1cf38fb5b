using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Ingest.Checking;

namespace Archive.EndToEnd.Tests.Maintenance;

/// <summary>What an archive holds of its table.</summary>
internal sealed class TableState(string archive)
{
    public const string TableName = "t";

    private readonly TableFolder table = new ArchiveFolder(archive).Table(TableName);
    private readonly ManifestStore manifests = new(new ArchiveFolder(archive).Table(TableName));

    /// <summary>The partition files of the current snapshot.</summary>
    public IReadOnlyList<string> Files() => FilesOf(manifests.ReadCurrent());

    /// <summary>
    /// The current snapshot, the kept ones, and all other files that lie in the table's folder. Numbers of snapshots aren't among it: a kill right before one becomes current
    /// costs its number.
    /// </summary>
    public IReadOnlyList<string> Held()
    {
        var kept = manifests.Numbers().Select(number => string.Join('\n', FilesOf(manifests.Read(number)))).Distinct().Order(StringComparer.Ordinal);
        var others = Directory.EnumerateFiles(table.Root, "*", SearchOption.AllDirectories).Except(manifests.Numbers().Select(table.ManifestFile));
        return [.. Files(), .. kept, .. others.Select(file => Path.GetRelativePath(table.Root, file)).Order(StringComparer.Ordinal)];
    }

    /// <summary>When its folder changed: a temporary file or folder, a manifest or a partition that came or went.</summary>
    public DateTime Changed() => new[] { table.Root, table.ManifestsFolder }.Max(Directory.GetLastWriteTimeUtc);

    /// <summary>Nothing is damaged.</summary>
    /// <returns>Rows of the current snapshot; 0 where there is none yet.</returns>
    public long AssertWhole(string when)
    {
        var check = new ArchiveCheck(new ArchiveFolder(archive)).Run();
        Assert.True(check.IsWhole, $"{when}: {string.Join('\n', check.Findings)}");
        Assert.Equal(manifests.ReadCurrent().Rows, check.Rows);
        return check.Rows;
    }

    /// <summary>An archive that has a snapshot answers from it.</summary>
    public void AssertAnswers(string when)
    {
        var current = manifests.ReadCurrent();
        if (current.Number == 0) return;
        using var query = ArchiveProcess.Run("query", $"select count(*) as n from {TableName}", "--archive", archive, "--format", "csv");
        Assert.True(query.ExitCode == 0 && query.Output.ReplaceLineEndings(" ").Trim() == FormattableString.Invariant($"n {current.Rows}"), $"{when}: {query.Output} {query.Errors}");
    }

    private static IReadOnlyList<string> FilesOf(Manifest manifest) => [.. manifest.Files.Select(file => $"{file.Path} {file.Rows} {file.Sha256}")];
}
