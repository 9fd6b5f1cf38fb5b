using System.Text.Json;

namespace Archive.EndToEnd.Tests;

/// <summary>Former states of an archive on the command line: listed, asked, removed.</summary>
public sealed class SnapshotVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SnapshotVerbTests()
    {
        foreach (var rows in new[] { "1,one\n", "1,one\n2,two\n", "3,three\n" })
        {
            File.WriteAllText(folder["t.csv"], "id,name\n" + rows);
            using var import = ArchiveProcess.Run("import", folder["t.csv"], "--archive", folder["a"], "--table", "t");
            Assert.Equal(0, import.ExitCode);
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void They_are_listed_asked_and_removed()
    {
        using (var listed = ArchiveProcess.Run("snapshots", "--archive", folder["a"], "--json"))
        {
            var snapshots = JsonDocument.Parse(listed.Output).RootElement.EnumerateArray().ToList();
            Assert.Equal(["t:1", "t:2", "t:3"], snapshots.Select(snapshot => snapshot.GetProperty("name").GetString()));
            Assert.Equal([false, false, true], snapshots.Select(snapshot => snapshot.GetProperty("is_current").GetBoolean()));
        }

        Assert.Equal("name\none\ntwo\n", Names("t:2"));
        Assert.Equal("name\nthree\n", Names("2099-01-01"));
        using (var trial = ArchiveProcess.Run("prune", "--archive", folder["a"], "--keep", "1", "--dry-run")) Assert.Contains("t: 2 snapshots and 2 files", trial.Output, StringComparison.Ordinal);
        Assert.Equal("name\none\n", Names("t:1"));
        using (var pruned = ArchiveProcess.Run("prune", "--archive", folder["a"], "--keep", "2")) Assert.Contains("t: 1 snapshots and 1 files", pruned.Output, StringComparison.Ordinal);
        Assert.Equal("name\none\ntwo\n", Names("t:2"));
        using var gone = ArchiveProcess.Run("query", "select name from t", "--archive", folder["a"], "--snapshot", "t:1");
        Assert.Equal((2, true), (gone.ExitCode, gone.Errors.Contains("There is no snapshot 1 of t: it was pruned, or never was. There are 2, 3.", StringComparison.Ordinal)));
        using var check = ArchiveProcess.Run("check", "--archive", folder["a"]);
        Assert.Equal(0, check.ExitCode);
    }

    [Theory]
    [InlineData("prune|--archive|ARCHIVE", "--keep")]
    [InlineData("prune|--archive|ARCHIVE|--keep|0", "1 or more")]
    [InlineData("prune|--archive|ARCHIVE|--days|-1", "--days")]
    [InlineData("prune|--archive|ARCHIVE|--keep|1|--table|nosuch", "There are: t")]
    [InlineData("snapshots|--archive|/nowhere/at/all", "is not an archive")]
    [InlineData("query|select id from t|--archive|ARCHIVE|--snapshot|last week", "names no snapshot")]
    public void What_cannot_be_done_is_said_with_exit_code_2(string arguments, string mentions)
    {
        using var run = ArchiveProcess.Run(arguments.Replace("ARCHIVE", folder["a"], StringComparison.Ordinal).Split('|'));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(mentions, run.Errors, StringComparison.Ordinal);
    }

    private string Names(string snapshot)
    {
        using var run = ArchiveProcess.Run("query", "select name from t order by id", "--archive", folder["a"], "--snapshot", snapshot);
        Assert.Equal(0, run.ExitCode);
        return run.Output.ReplaceLineEndings("\n");
    }
}
