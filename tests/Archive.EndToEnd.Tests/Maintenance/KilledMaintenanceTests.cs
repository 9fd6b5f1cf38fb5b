using System.Diagnostics;
using Xunit.Abstractions;

namespace Archive.EndToEnd.Tests.Maintenance;

/// <summary>
/// Compaction, pruning and mirroring, killed (SIGKILL) at seeded moments: the archive is whole each time, and the next run ends as one that nobody disturbed. MAINTENANCE_KILLS
/// says how often each, MAINTENANCE_KILLS_SEED from which seed the moments are drawn.
/// </summary>
[Collection(Maintenance.Name)]
public class KilledMaintenanceTests(ArchivesToMaintain archives, ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(ArchivesToMaintain.Works), MemberType = typeof(ArchivesToMaintain))]
    public async Task The_next_run_ends_as_one_that_nobody_disturbed(string work)
    {
        var random = new Random(Setting.Of("MAINTENANCE_KILLS_SEED", 1));
        var expected = archives.Undisturbed(work);
        var (reading, writing) = await TimesOfAsync(work);
        var (kills, ended, unchanged) = (Setting.Of("MAINTENANCE_KILLS", 2), 0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            var archive = Former(work);
            var before = new TableState(archive).Changed();
            // Every second one while it writes, which is where there is something to break.
            var moment = (kill % 2 == 0 ? writing : reading + writing) * random.NextDouble();
            using (var killed = ArchiveProcess.Start(archives.Arguments(work, archive)))
            {
                if (kill % 2 == 0) await ChangeAsync(archive, before, killed);
                await Task.Delay(moment);
                ended += killed.HasEnded ? 1 : 0;
                killed.Kill();
                killed.Ended();
            }

            unchanged += new TableState(archive).Changed() == before ? 1 : 0;
            var when = FormattableString.Invariant($"{work}, kill {kill}, after {moment}");
            ArchivesToMaintain.AssertWhole(work, archive, when);
            new TableState(archive).AssertAnswers(when);
            archives.Finish(work, archive);
            ArchivesToMaintain.AssertWhole(work, archive, when + ", finished");
            Assert.Equal(expected, new TableState(archive).Held());
            Directory.Delete(archive, recursive: true);
        }

        output.WriteLine(FormattableString.Invariant($"{work}: {kills} kills, {unchanged} before it changed anything, {ended} after its end"));
        Assert.InRange(ended, 0, kills - 1);
    }

    private string Former(string work) => archives.CopyFormer(work, Path.Combine(archives.Place("killed"), "archive"));

    /// <summary>How long it takes until its first change, and from there to its last.</summary>
    private async Task<(TimeSpan Reading, TimeSpan Writing)> TimesOfAsync(string work)
    {
        var archive = Former(work);
        var before = new TableState(archive).Changed();
        var since = Stopwatch.StartNew();
        using var run = ArchiveProcess.Start(archives.Arguments(work, archive));
        await ChangeAsync(archive, before, run);
        var (reading, first) = (since.Elapsed, new TableState(archive).Changed());
        run.Ended();
        var writing = new TableState(archive).Changed() - first;
        Directory.Delete(archive, recursive: true);
        return (reading, writing);
    }

    private static async Task ChangeAsync(string archive, DateTime before, ArchiveProcess run)
    {
        while (new TableState(archive).Changed() == before && !run.HasEnded) await Task.Delay(1);
    }
}
