using System.Globalization;
using System.Text;
using Archive.EndToEnd.Tests.Jobs;

namespace Archive.EndToEnd.Tests.Maintenance;

/// <summary>
/// Archives with work to do, made by the command line: a table <c>t</c> of three snapshots to compact and to prune; nothing, and a former mirror, to be brought in step with
/// a running server whose table has new nights, changed ones, and lost some.
/// </summary>
public sealed class ArchivesToMaintain : IAsyncLifetime, IDisposable
{
    /// <summary>Some months become a partition each, the last one stays nights.</summary>
    public const string Compact = "compact --settled-days 0 --rows 155";

    public const string Prune = "prune --keep 1";

    private const string Mirror = "mirror --rows-per-job 200";
    private const string MirrorAgain = Mirror + " --drop";
    private const int Nights = 200, RowsPerNight = 5, ChangedNights = 60;

    private readonly TemporaryFolder folder = new();
    private JobServer? remote;

    /// <summary>Verb and options of each kind of work.</summary>
    public static TheoryData<string> Works => [Compact, Prune, Mirror, MirrorAgain];

    public static bool IsMirror(string work) => work.StartsWith("mirror", StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        var nights = Enumerable.Range(0, Nights).ToList();
        foreach (var name in new[] { "one", "two", "three" }) Import("snapshots", nights.Select(night => (night, name)));
        Import("remote", nights.Select(night => (night, "old")));
        remote = await new JobServer(ArchiveProcess.Start("serve", "--archive", folder["remote"], "--urls", "http://127.0.0.1:0")).ReadyAsync();
        Finish(Mirror, folder["mirrored"]);
        Import("remote", nights.Select(night => (night + ChangedNights, night < ChangedNights ? "new" : "old")));
        while (await remote.SyncAsync($"SELECT COUNT(*) AS n FROM t WHERE name LIKE 'new%'") != $"n\r\n{ChangedNights * RowsPerNight}\r\n") await Task.Delay(100);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        remote?.Dispose();
        folder.Dispose();
    }

    /// <summary>An empty folder beside the archives.</summary>
    public string Place(string name) => Directory.CreateDirectory(folder[name]).FullName;

    /// <summary>The archive before the work; there may be none.</summary>
    public string CopyFormer(string work, string to)
    {
        var from = folder[work switch { Mirror => "none", MirrorAgain => "mirrored", _ => "snapshots" }];
        if (!Directory.Exists(from)) return to;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }

    /// <summary>What the archive holds after the work, if nobody disturbs it.</summary>
    public IReadOnlyList<string> Undisturbed(string work)
    {
        var archive = CopyFormer(work, Path.Combine(Place(Guid.NewGuid().ToString("N")), "archive"));
        Finish(work, archive);
        if (IsMirror(work)) Assert.Equal(new TableState(folder["remote"]).Files(), new TableState(archive).Files());
        return new TableState(archive).Held();
    }

    public string[] Arguments(string work, string archive) =>
        [.. work.Split(' '), .. IsMirror(work) ? new[] { remote!.Client.BaseAddress!.ToString(), TableState.TableName } : [], "--archive", archive];

    public void Finish(string work, string archive)
    {
        using var run = ArchiveProcess.Run(Arguments(work, archive));
        Assert.True(run.ExitCode == 0, run.Errors);
    }

    /// <summary>The archive is whole, and where no rows come or go it has them all.</summary>
    public static void AssertWhole(string work, string archive, string when)
    {
        var rows = new TableState(archive).AssertWhole(when);
        if (!IsMirror(work)) Assert.Equal(Nights * RowsPerNight, rows);
    }

    private void Import(string archive, IEnumerable<(int Night, string Name)> nights)
    {
        var rows = new StringBuilder("obs_id,date_obs,name\n");
        foreach (var (night, name) in nights)
        {
            for (var row = 0; row < RowsPerNight; row++) rows.Append(CultureInfo.InvariantCulture, $"{night}-{row},{new DateOnly(2000, 1, 1).AddDays(night):yyyy-MM-dd},{name} {row}\n");
        }

        File.WriteAllText(folder["t.csv"], rows.ToString());
        using var import = ArchiveProcess.Run("import", folder["t.csv"], "--archive", folder[archive], "--table", TableState.TableName);
        Assert.True(import.ExitCode == 0, import.Errors);
    }
}

[CollectionDefinition(Name)]
public sealed class Maintenance : ICollectionFixture<ArchivesToMaintain>
{
    public const string Name = nameof(Maintenance);
}
