using Xunit.Abstractions;

namespace Archive.EndToEnd.Tests.Maintenance;

/// <summary>
/// Compaction, pruning and mirroring on a disk that is full, or becomes so at a seeded point of the work: it is said, the archive is whole, and the next run with room ends as
/// one that nobody disturbed. MAINTENANCE_FULL_DISKS says how often each, MAINTENANCE_FULL_DISKS_SEED from which seed the points are drawn.
/// </summary>
[Collection(Maintenance.Name)]
public sealed class FullDiskMaintenanceTests : IDisposable
{
    private const int Megabytes = 32;

    private readonly ArchivesToMaintain archives;
    private readonly ITestOutputHelper output;
    private readonly SmallDisk disk;
    private readonly string inside;

    public FullDiskMaintenanceTests(ArchivesToMaintain archives, ITestOutputHelper output)
    {
        (this.archives, this.output) = (archives, output);
        var place = archives.Place("disk");
        disk = SmallDisk.Mount(place, Megabytes);
        inside = Path.Combine(place, "archive");
    }

    private string Outside => disk.Path("archive");

    public void Dispose() => disk.Dispose();

    [SkippableTheory]
    [MemberData(nameof(ArchivesToMaintain.Works), MemberType = typeof(ArchivesToMaintain))]
    public async Task The_next_run_ends_as_one_that_nobody_disturbed(string work)
    {
        var random = new Random(Setting.Of("MAINTENANCE_FULL_DISKS_SEED", 1));
        var expected = archives.Undisturbed(work);
        var usual = await RoomOfAsync(work);
        var (disks, refusals) = (Setting.Of("MAINTENANCE_FULL_DISKS", 2), 0);
        for (var number = 0; number < disks; number++)
        {
            archives.CopyFormer(work, Outside);
            var left = number == 0 ? 0 : random.Next(usual);
            disk.Fill(left);
            refusals += Refuses(work) ? 1 : 0;
            var when = FormattableString.Invariant($"{work}, {left} kB left");
            ArchivesToMaintain.AssertWhole(work, Outside, when);
            disk.MakeRoom();
            Assert.False(Refuses(work), when);
            ArchivesToMaintain.AssertWhole(work, Outside, when + ", finished");
            Assert.Equal(expected, new TableState(Outside).Held());
            Directory.Delete(Outside, recursive: true);
        }

        if (work == ArchivesToMaintain.Prune) Assert.Equal(0, refusals);
        else Assert.InRange(refusals, 1, disks);
    }

    [SkippableFact]
    public void Pruning_makes_room_where_there_is_none_even_for_an_empty_file()
    {
        archives.CopyFormer(ArchivesToMaintain.Prune, Outside);
        disk.Fill(0);
        disk.FillNames();
        Assert.True(Refuses(ArchivesToMaintain.Compact));
        Assert.False(Refuses(ArchivesToMaintain.Prune));
        Assert.False(Refuses(ArchivesToMaintain.Compact));
        ArchivesToMaintain.AssertWhole(ArchivesToMaintain.Compact, Outside, "compacted");
    }

    /// <summary>Runs it on the disk. A refusal says what happened and what to do.</summary>
    private bool Refuses(string work)
    {
        using var run = disk.Start(null, archives.Arguments(work, inside)).Ended();
        if (run.ExitCode == 0) return false;
        output.WriteLine($"{work}: {run.Errors}");
        Assert.True(run.ExitCode == 2, $"{run.ExitCode}: {run.Output} {run.Errors}");
        Assert.Contains("Check the disk's free space", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Archive.", run.Errors, StringComparison.Ordinal);
        return true;
    }

    /// <summary>Kilobytes that the work takes at most while it goes on.</summary>
    private async Task<int> RoomOfAsync(string work)
    {
        archives.CopyFormer(work, Outside);
        var (before, least) = (disk.Room, disk.Room);
        using (var run = disk.Start(null, archives.Arguments(work, inside)))
        {
            while (!run.HasEnded)
            {
                least = Math.Min(least, disk.Room);
                await Task.Delay(1);
            }

            Assert.True(run.ExitCode == 0, run.Errors);
        }

        Directory.Delete(Outside, recursive: true);
        return (int)((before - least) >> 10) + 1;
    }
}
