using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Ingest;
using Archive.Ingest.Mirroring;

namespace Archive.Tap.Tests.Mirroring;

/// <summary>A mirror of a service with nexsciTAP's habits.</summary>
public sealed class NexsciTapTests : IDisposable
{
    /// <summary>Ten nights of 30 rows.</summary>
    private const string Rows = """
        SELECT 'HI.' || lpad(i::VARCHAR, 5, '0') AS koaid, TIMESTAMP '2009-01-01' + INTERVAL (i // 30) DAY AS date_obs, (i * 1.25)::DOUBLE AS ra, i / 10 - 20 AS dec, i::INTEGER AS elaptime,
               CASE WHEN i % 3 > 0 THEN 'a <b> & ''c'' ' || i END AS object, CASE WHEN i % 2 = 0 THEN TIMESTAMP '2010-01-01' END AS released FROM range(0, 300) t(i)
        """;

    private readonly TemporaryFolder folder = new();

    private ArchiveFolder Here => new(folder["here"]);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(int.MaxValue, true)]
    [InlineData(int.MaxValue, false)]
    [InlineData(45, true)]
    [InlineData(20, false)]
    [InlineData(9, true)]
    public async Task All_rows_come_with_what_TAP_SCHEMA_says_of_them(int rowLimit, bool makesJobs)
    {
        await using var remote = await NexsciTap.StartAsync(Rows, rowLimit: rowLimit, makesJobs: makesJobs);

        var report = await MirrorRun.RunAsync(Options(remote), Here);

        Assert.Equal((300L, 10), (report.Rows, report.Added.Count));
        var table = TableDescription.Read(Here.Table("koa_hires").DescriptionFile);
        Assert.Equal(("koaid", "date_obs", new PositionColumns("ra", "dec"), "HIRES"), (table.KeyColumn, table.UtDateColumn, table.Position, table.Description));
        Assert.Equal((ColumnType.Date, "s", "Exposure", "pos.eq.ra;meta.main"), (table.FindColumn("date_obs")!.Type, table.FindColumn("elaptime")!.Unit, table.FindColumn("elaptime")!.Description, table.FindColumn("ra")!.Ucd));
        Assert.Equal(Expected(), Taken());
        Assert.All(remote.UserAgents, agent => Assert.Equal("archive-mirror/0.1.0 (+me@example.org)", agent));
        Assert.Equal(1, remote.MostAtOnce);
        Assert.Equal((0L, 10), (await MirrorRun.RunAsync(Options(remote), Here)) is var again ? (again.RowsPulled, again.Unchanged) : default);
    }

    [Fact]
    public async Task What_changed_is_found_by_its_aggregates()
    {
        await using var remote = await NexsciTap.StartAsync(Rows);
        await MirrorRun.RunAsync(Options(remote), Here);
        remote.Execute("UPDATE koa_hires SET elaptime = elaptime + 1 WHERE koaid = 'HI.00100'; DELETE FROM koa_hires WHERE date_obs = '2009-01-10'");

        var drift = await MirrorRun.RunAsync(Options(remote), Here);

        Assert.Equal([new Drift("2009-01-04", 30, 30)], drift.Changed);
        Assert.Equal([new Drift("2009-01-10", 30, 0)], drift.Gone);
        Assert.Equal(30, drift.RowsPulled);
    }

    [Fact]
    public async Task Busy_answers_and_broken_results_are_asked_for_again()
    {
        await using var remote = await NexsciTap.StartAsync(Rows, service => (service.TurnedAway, service.BrokenResults) = (2, 2));

        var report = await MirrorRun.RunAsync(Options(remote), Here);

        Assert.Equal(300, report.Rows);
        Assert.Equal(Expected(), Taken());
    }

    [Theory]
    [InlineData("nothing", null, "has no table 'nothing'. It lists koa_hires.")]
    [InlineData("koa_hires", "elaptime < nothing", "ORA-00904")]
    public async Task Its_errors_are_understood(string table, string? where, string message)
    {
        await using var remote = await NexsciTap.StartAsync(Rows);

        var error = await Assert.ThrowsAsync<IngestException>(() => MirrorRun.RunAsync(Options(remote) with { RemoteTable = table, Where = where }, Here));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static MirrorOptions Options(NexsciTap remote) =>
        new() { Service = remote.Url, RemoteTable = "koa_hires", TableName = "koa_hires", RowsPerJob = 90, FirstPause = TimeSpan.FromMilliseconds(5), Contact = "me@example.org" };

    private static string[] Expected() => Query($"SELECT concat_ws('|', koaid, date_obs::DATE, ra, dec, elaptime, coalesce(object, '-'), coalesce(released::VARCHAR, '-')) FROM ({Rows}) ORDER BY 1");

    private string[] Taken()
    {
        var table = Here.Table("koa_hires");
        var files = new ManifestStore(table).ReadCurrent().Files.Select(file => Path.Combine(table.Root, file.Path));
        return Query($"SELECT concat_ws('|', koaid, date_obs, ra, dec, elaptime, coalesce(object, '-'), coalesce(released::TIMESTAMP::VARCHAR, '-')) FROM read_parquet({SqlText.Files(files)}, hive_partitioning = false) ORDER BY 1");
    }

    private static string[] Query(string sql)
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query(sql);
        List<string> rows = [];
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) rows.Add(chunk.Column(0).Text(row)!);
            }
        }

        return [.. rows];
    }
}
