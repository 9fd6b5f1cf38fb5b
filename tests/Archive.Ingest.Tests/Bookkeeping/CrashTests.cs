using System.Diagnostics;
using System.Globalization;
using Archive.Catalogue.Manifests;
using Archive.Ingest.Checking;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Tests.Pipeline;

namespace Archive.Ingest.Tests.Bookkeeping;

/// <summary>
/// A first ingest, and one that replaces, moves, adds and drops rows, killed or out of space at any moment: the archive is whole, and the next run ends with the rows and the
/// bytes of one that nobody disturbed. <c>ARCHIVE_KILLS</c> says how often each is killed, 10 times if it is not set.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int NightCount = 12;
    private const int FilesPerNight = 4;

    private readonly LedgerArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Killed_at_any_moment_the_archive_is_whole_and_the_next_run_finishes_the_work(bool isIncremental)
    {
        Skip.If(OperatingSystem.IsWindows(), "needs /bin/sh");
        var (former, undisturbed) = Prepare(isIncremental);
        var (duration, writing) = TimeOneIngest(former);
        var count = int.Parse(Environment.GetEnvironmentVariable("ARCHIVE_KILLS") ?? "10", CultureInfo.InvariantCulture);
        var random = new Random(20040824);
        var kills = 0;

        for (var attempt = 0; attempt < count; attempt++)
        {
            CopyFormer(former);
            using var child = ChildIngest.Start(_archive.Nights, _archive.Archive.Root, isDropping: true);
            // Half of them while it writes, which is where there is something to break.
            if (attempt % 2 == 0) child.WaitForExit(duration * random.NextDouble());
            else if (WaitForWriting(child)) child.WaitForExit(writing * random.NextDouble());
            kills += child.HasExited ? 0 : 1;
            child.Kill();
            child.WaitForExit();
            AssertWholeAndFinishable(undisturbed, FormattableString.Invariant($"kill {attempt}"));
        }

        Assert.InRange(kills, 1, int.MaxValue);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(1000)]
    public void Without_space_the_archive_is_whole_and_the_next_run_finishes_the_work(int largestFileBlocks)
    {
        Skip.If(OperatingSystem.IsWindows(), "needs /bin/sh");
        var (former, undisturbed) = Prepare(isIncremental: true);
        CopyFormer(former);

        using var child = ChildIngest.Start(_archive.Nights, _archive.Archive.Root, largestFileBlocks, isDropping: true);
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();

        Assert.True(child.ExitCode == 0 || (child.ExitCode == 1 && output.Contains("Check the disk's free space", StringComparison.Ordinal)), $"{child.ExitCode}: {output} {child.StandardError.ReadToEnd()}");
        AssertWholeAndFinishable(undisturbed, output);
    }

    /// <summary>Makes the files, the archive before the run that is to be disturbed, and tells what it is after one that isn't.</summary>
    private (string? Former, State Undisturbed) Prepare(bool isIncremental)
    {
        for (var file = 0; file < NightCount * FilesPerNight; file++) Write(file, file / FilesPerNight, "Vega");
        _archive.Write("refused.fits", date: null);
        string? former = null;
        if (isIncremental)
        {
            _archive.Ingest();
            former = _archive.Beside("former");
            Directory.Move(_archive.Archive.Root, former);
            for (var file = 0; file < NightCount * FilesPerNight; file += 5) Write(file, file / FilesPerNight, "Altair");
            for (var file = 1; file < NightCount * FilesPerNight; file += 5) Write(file, 40 - (file / FilesPerNight), "Vega");
            for (var file = 2; file < NightCount * FilesPerNight; file += 5) File.Delete(PathOf(file));
            for (var file = 0; file < 6; file++) Write(1000 + file, file, "Deneb");
            _archive.Write("refused.fits", utc: "22:00:00");
        }

        CopyFormer(former);
        _archive.Ingest(drop: true);
        return (former, State.Of(_archive));
    }

    private string PathOf(int file) => _archive.PathOf(NameOf(file));

    private static string NameOf(int file) => FormattableString.Invariant($"{file % 7}/{file}.fits");

    private void Write(int file, int night, string target)
    {
        var date = new DateOnly(2004, 8, 1).AddDays(night * 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _archive.Write(NameOf(file), date, FormattableString.Invariant($"{file / 60 % 24:D2}:{file % 60:D2}:00"), target);
    }

    private void CopyFormer(string? former)
    {
        if (Directory.Exists(_archive.Archive.Root)) Directory.Delete(_archive.Archive.Root, recursive: true);
        if (former is null) return;
        using var copy = Process.Start("cp", ["-a", former, _archive.Archive.Root]);
        copy.WaitForExit();
    }

    private void AssertWholeAndFinishable(State undisturbed, string when)
    {
        var check = new ArchiveCheck(_archive.Archive).Run();
        Assert.True(check.IsWhole, $"{when}: {string.Join('\n', check.Findings)}");
        _archive.Ingest(drop: true);
        var after = State.Of(_archive);
        Assert.Equal(undisturbed.Observations, after.Observations);
        Assert.Equal(undisturbed.Account, after.Account);
        Assert.Empty(new ArchiveCheck(_archive.Archive).Run().Findings);
        var snapshots = _archive.Snapshots();
        _archive.Ingest(drop: true);
        Assert.Equal(snapshots, _archive.Snapshots());
    }

    /// <summary>How long the whole child takes, and how long it writes.</summary>
    private (TimeSpan Whole, TimeSpan Writing) TimeOneIngest(string? former)
    {
        CopyFormer(former);
        var watch = Stopwatch.StartNew();
        using var child = ChildIngest.Start(_archive.Nights, _archive.Archive.Root, isDropping: true);
        Assert.True(WaitForWriting(child));
        var read = watch.Elapsed;
        child.WaitForExit();
        return (watch.Elapsed, watch.Elapsed - read);
    }

    private static bool WaitForWriting(Process child)
    {
        while (child.StandardOutput.ReadLine() is { } line)
        {
            if (line == nameof(IngestStage.Writing)) return true;
        }

        return false;
    }

    /// <summary>The partition files of the observations, and all that ingest says of its files.</summary>
    private sealed record State(PartitionFile[] Observations, string[] Account)
    {
        public static State Of(LedgerArchive archive) => new([.. new ManifestStore(archive.Archive.Table(IngestRun.HomeTable.Name)).ReadCurrent().Files], archive.Account());
    }
}
