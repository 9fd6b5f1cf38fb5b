using Archive.Catalogue.Folder;
using Archive.Catalogue.Tables;
using Archive.Ingest;
using Archive.Ingest.Compaction;
using Archive.Ingest.Mirroring;

namespace Archive.Tap.Tests.Mirroring;

/// <summary>A mirror of an archive of ours: the same files to the last byte, whatever happens on the way, and no more transferred than what changed.</summary>
public sealed class MirrorTests : IDisposable
{
    private static readonly Nights Whole = new(Count: 12, RowsPerNight: 40);

    private readonly TemporaryFolder folder = new();

    private ArchiveFolder Here => new(folder["here"]);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(12, 20_000, 0, 1, null)]
    [InlineData(12, 100, 0, 1, null)]
    [InlineData(12, 25, 0, 3, null)]
    [InlineData(12, 20_000, 30, 1, null)]
    [InlineData(14, 20_000, 13, 2, null)]
    [InlineData(12, 20_000, 0, 1, "utdatetime")]
    public async Task The_files_are_the_same_and_a_second_run_transfers_next_to_nothing(int nights, int rowsPerJob, int hardMaxRows, int parallel, string? by)
    {
        var limit = hardMaxRows == 0 ? new TapOptions() : new TapOptions { DefaultMaxRows = hardMaxRows, HardMaxRows = hardMaxRows };
        await using var remote = await RemoteArchive.StartAsync((Whole with { Count = nights }).Csv(), limit);
        var options = Options(remote) with { RowsPerJob = rowsPerJob, Parallel = parallel, SliceColumn = by };

        var first = await MirrorRun.RunAsync(options, Here);

        Assert.Equal((nights, nights * 40L, nights * 40L, true), (first.Added.Count, first.RowsPulled, first.Rows, first.IsCommitted));
        Assert.Equal(RemoteArchive.FilesOf(remote.Folder), RemoteArchive.FilesOf(Here));
        if (by is null) Assert.Equal(File.ReadAllText(remote.Folder.Table(RemoteArchive.TableName).DescriptionFile), File.ReadAllText(Here.Table(RemoteArchive.TableName).DescriptionFile));

        var second = await MirrorRun.RunAsync(options, Here);

        Assert.Equal((0, nights, 0L, false), (second.Added.Count + second.Changed.Count + second.Gone.Count, second.Unchanged, second.RowsPulled, second.IsCommitted));
        Assert.InRange(second.BytesReceived, 1, 60_000);
    }

    [Fact]
    public async Task Interrupted_again_and_again_it_ends_with_the_same_files()
    {
        await using var remote = await RemoteArchive.StartAsync(Whole.Csv());
        var options = Options(remote) with { RowsPerJob = 80 };
        for (var interruption = 0; interruption < 3; interruption++)
        {
            using var stop = new CancellationTokenSource();
            var progress = new Stopping(stop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MirrorRun.RunAsync(options, Here, progress, cancellation: stop.Token));
        }

        var last = await MirrorRun.RunAsync(options, Here);

        Assert.Equal((6, 240L), (last.Unchanged, last.RowsPulled));
        Assert.Equal(RemoteArchive.FilesOf(remote.Folder), RemoteArchive.FilesOf(Here));
    }

    [Fact]
    public async Task Drift_is_told_and_only_what_changed_is_pulled()
    {
        await using var remote = await RemoteArchive.StartAsync(Whole.Csv());
        await MirrorRun.RunAsync(Options(remote), Here);
        remote.Change((Whole with { Count = 13, Missing = new HashSet<int> { 3, 4 }, Rewritten = new HashSet<int> { 7 } }).Csv());

        var drift = await MirrorRun.RunAsync(Options(remote), Here);

        Assert.Equal([new Drift(Nights.Name(12), 0, 40)], drift.Added);
        Assert.Equal([new Drift(Nights.Name(7), 40, 40)], drift.Changed);
        Assert.Equal([new Drift(Nights.Name(3), 40, 0), new Drift(Nights.Name(4), 40, 0)], drift.Gone);
        Assert.Equal((9, 80L, 520L), (drift.Unchanged, drift.RowsPulled, drift.Rows));

        var dropped = await MirrorRun.RunAsync(Options(remote) with { Drop = true }, Here);

        Assert.Equal((2, 0L, 440L), (dropped.Gone.Count, dropped.RowsPulled, dropped.Rows));
        Assert.Equal(RemoteArchive.FilesOf(remote.Folder), RemoteArchive.FilesOf(Here));
        Assert.Empty((await MirrorRun.RunAsync(Options(remote), Here)).Gone);
    }

    [Fact]
    public async Task What_no_fingerprint_sees_is_found_by_pulling_all_again()
    {
        await using var remote = await RemoteArchive.StartAsync(Whole.Csv());
        await MirrorRun.RunAsync(Options(remote), Here);
        remote.Change((Whole with { Remarked = new HashSet<int> { 5 } }).Csv());

        Assert.Empty((await MirrorRun.RunAsync(Options(remote), Here)).Changed);

        var verified = await MirrorRun.RunAsync(Options(remote) with { Verify = true }, Here);

        Assert.Equal([new Drift(Nights.Name(5), 40, 40)], verified.Changed);
        Assert.Equal((11, 480L), (verified.Unchanged, verified.RowsPulled));
        Assert.Equal(RemoteArchive.FilesOf(remote.Folder), RemoteArchive.FilesOf(Here));
    }

    [Fact]
    public async Task A_lost_file_is_pulled_again()
    {
        await using var remote = await RemoteArchive.StartAsync(Whole.Csv());
        await MirrorRun.RunAsync(Options(remote), Here);
        var table = Here.Table(RemoteArchive.TableName);
        File.Delete(table.CurrentFile);
        Directory.Delete(table.ManifestsFolder, recursive: true);

        var again = await MirrorRun.RunAsync(Options(remote), Here);

        Assert.Equal((480L, 480L), (again.RowsPulled, again.Rows));
        Assert.Equal(RemoteArchive.FilesOf(remote.Folder), RemoteArchive.FilesOf(Here));
    }

    [Fact]
    public async Task Compaction_leaves_a_mirror_alone()
    {
        await using var remote = await RemoteArchive.StartAsync(Whole.Csv());
        await MirrorRun.RunAsync(Options(remote), Here);

        new TableCompaction(Here.Table(RemoteArchive.TableName)).Run(new CompactionRule(1_000_000, 0));

        Assert.Equal(RemoteArchive.FilesOf(remote.Folder), RemoteArchive.FilesOf(Here));
        Assert.Equal(0, (await MirrorRun.RunAsync(Options(remote), Here)).RowsPulled);
    }

    [Fact]
    public async Task A_part_may_be_mirrored()
    {
        await using var remote = await RemoteArchive.StartAsync(Whole.Csv());
        var options = Options(remote) with { From = new DateOnly(2004, 8, 22), To = new DateOnly(2004, 8, 23), Where = "elaptime < 10", Columns = ["koaid", "DATE_OBS", "elaptime"] };

        var report = await MirrorRun.RunAsync(options, Here);

        Assert.Equal(["2004-08-22", "2004-08-23"], report.Added.Select(night => night.Name).Order(StringComparer.Ordinal));
        Assert.Equal(20, report.Rows);
        Assert.Equal(["koaid", "date_obs", "elaptime"], TableDescription.Read(Here.Table(RemoteArchive.TableName).DescriptionFile).Columns.Select(column => column.Name));
        var wider = await MirrorRun.RunAsync(options with { From = null, To = null }, Here);
        Assert.Equal((10, 2, 120L), (wider.Added.Count, wider.Unchanged, wider.Rows));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    [InlineData("x")]
    public async Task A_table_without_dates_is_cut_by_another_column(string by)
    {
        var csv = "id,name,x\n" + string.Concat(Enumerable.Range(0, 300).Select(row => FormattableString.Invariant($"{row * 3},star {row * 7919 % 300:000},{row * 0.37 - 20}\n")));
        await using var remote = await RemoteArchive.StartAsync(csv);
        var options = Options(remote) with { SliceColumn = by, RowsPerJob = 50 };

        var first = await MirrorRun.RunAsync(options, Here);

        Assert.Equal((300L, true), (first.Rows, first.Added.Count >= 6));
        Assert.Equal(0, (await MirrorRun.RunAsync(options, Here)).RowsPulled);
        remote.Change(csv.Replace("\n450,", "\n451,", StringComparison.Ordinal) + "9999,star 9999,9999\n");
        var drift = await MirrorRun.RunAsync(options, Here);
        Assert.Equal(301, drift.Rows);
        Assert.InRange(drift.RowsPulled, 2, 150);
        Assert.NotEmpty(drift.Changed);
    }

    [Fact]
    public async Task What_can_not_be_mirrored_is_said()
    {
        await using var remote = await RemoteArchive.StartAsync(Whole.Csv());
        async Task Refused(MirrorOptions options, string message) =>
            Assert.Contains(message, (await Assert.ThrowsAsync<IngestException>(() => MirrorRun.RunAsync(options, Here))).Message, StringComparison.Ordinal);

        await Refused(Options(remote) with { RemoteTable = "observation" }, "has no table 'observation'. It lists");
        await Refused(Options(remote) with { Columns = ["koaid", "nothing"] }, "has no column nothing. It has koaid, date_obs");
        await Refused(Options(remote) with { SliceColumn = "nothing" }, "has no column 'nothing' to cut it by");
        await Refused(Options(remote) with { Where = "nothing = 1" }, "nothing");
        await Refused(Options(remote) with { TableName = "../etc" }, "can't be the name of a table");
        await Refused(Options(remote) with { Service = new Uri("http://127.0.0.1:1/TAP"), FirstPause = TimeSpan.FromMilliseconds(1) }, "can't be reached");
        await MirrorRun.RunAsync(Options(remote), Here);
        await Refused(Options(remote) with { Where = "elaptime = 1" }, "Mirror something else into another table: --table NAME.");
        remote.Change("koaid,date_obs,other\na,2004-08-24,1\n");
        await Refused(Options(remote), "have changed: new other BIGINT, gone utdatetime TIMESTAMP");
    }

    private static MirrorOptions Options(RemoteArchive remote) => new() { Service = remote.Url, RemoteTable = RemoteArchive.TableName, TableName = RemoteArchive.TableName };

    /// <summary>Stops a run once its first slice is there.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<MirrorProgress>
    {
        public void Report(MirrorProgress value)
        {
            if (value.RowsDone > 0) stop.Cancel();
        }
    }
}
