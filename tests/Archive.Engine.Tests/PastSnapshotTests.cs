using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Tests;

/// <summary>Former states of an archive give the answers that they gave when they were the present one.</summary>
public sealed class PastSnapshotTests : IDisposable
{
    private const string SecondNightElsewhere = """
        SELECT i::INTEGER AS id, DATE '2004-08-25' AS date_obs, 200.0::DOUBLE AS ra, 45.0::DOUBLE AS dec, 1.0::DOUBLE AS mag, 'moved' AS name, NULL::TIMESTAMP AS observed FROM range(8, 10) t(i)
        """;

    private static readonly Table Wider = new(SmallArchive.Stars.Schema, SmallArchive.Stars.Name, [.. SmallArchive.Stars.Columns, new Column { Name = "extra", Type = ColumnType.Int }])
    {
        KeyColumn = SmallArchive.Stars.KeyColumn,
        UtDateColumn = SmallArchive.Stars.UtDateColumn,
        Position = SmallArchive.Stars.Position,
    };

    private readonly SmallArchive archive = new();
    private readonly ArchiveEngine engine;

    public PastSnapshotTests()
    {
        Write(1, SmallArchive.Stars, ("2004-08-24", SmallArchive.FirstNight), ("2004-08-25", SmallArchive.SecondNight));
        Write(2, SmallArchive.Stars, ("2004-08-24", SmallArchive.FirstNight), ("2004-08-25", SecondNightElsewhere));
        Write(3, Wider, ("2004-08-24", $"SELECT *, 7::INTEGER AS extra FROM ({SmallArchive.FirstNight})"));
        engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
    }

    [Theory]
    [InlineData("stars:3", "SELECT COUNT(*), MAX(extra) FROM stars", "7|7")]
    [InlineData("stars:2", "SELECT COUNT(*), COUNT(DISTINCT name) FROM stars", "9|8")]
    [InlineData("STARS:1", "SELECT COUNT(*), COUNT(DISTINCT name) FROM stars", "11|10")]
    [InlineData("stars:1", "SELECT COUNT(*) FROM stars WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE(0, 0, 1))", "3")]
    [InlineData("stars:2", "SELECT COUNT(*) FROM stars WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE(0, 0, 1))", "0")]
    [InlineData("stars:2", "SELECT COUNT(*) FROM stars AS a JOIN stars AS b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.001 WHERE a.id < b.id", "1")]
    [InlineData("stars:2", "SELECT COUNT(*), COUNT(b.id) FROM stars AS a LEFT JOIN stars AS b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.001 AND a.id < b.id", "9|1")]
    [InlineData("stars:2", "SELECT COUNT(*) FROM stars AS a WHERE EXISTS (SELECT * FROM stars AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.001 AND a.id < b.id)", "1")]
    [InlineData("stars:1", "SELECT COUNT(*) FROM ivoa.ObsCore", "11")]
    [InlineData("stars:2", "SELECT COUNT(*) FROM ivoa.ObsCore WHERE 1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(200, 45, 1))", "2")]
    [InlineData("stars:1", "SELECT COUNT(*) FROM TAP_SCHEMA.columns WHERE table_name = 'stars'", "7")]
    [InlineData("stars:3", "SELECT COUNT(*) FROM TAP_SCHEMA.columns WHERE table_name = 'stars'", "8")]
    [InlineData("2026-01-01", "SELECT COUNT(*) FROM stars", "11")]
    [InlineData("2026-01-01T23:59:59.999Z", "SELECT COUNT(*) FROM stars", "11")]
    [InlineData("2026-01-02T00:00:00", "SELECT COUNT(*) FROM stars", "9")]
    [InlineData("2027-01-01", "SELECT COUNT(*) FROM stars", "7")]
    [InlineData("2026-01-01, stars:2", "SELECT COUNT(*) FROM stars", "9")]
    public async Task A_former_state_answers_as_it_did(string snapshot, string adql, string expected) => Assert.Equal([expected], await RowsOf(snapshot, adql));

    [Theory]
    [InlineData("stars:4", "There is no snapshot 4 of stars: it was pruned, or never was. There are 1, 2, 3.")]
    [InlineData("planets:1", "There is no table 'planets' of which snapshots are kept. These are: stars.")]
    public async Task What_is_not_there_is_told(string snapshot, string message)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => RowsOf(snapshot, "SELECT id FROM stars"));
        Assert.Equal((QueryFailure.Snapshot, message), (error.Failure, error.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("stars")]
    [InlineData(":3")]
    [InlineData("stars:-1")]
    [InlineData("stars:99999999999")]
    [InlineData("stars:1,stars:2")]
    [InlineData("2026-01-01,2026-01-02")]
    [InlineData("2026-13-01")]
    [InlineData("2026-01-01T00:00:00+02:00")]
    public void What_names_no_snapshot_is_refused(string text)
    {
        Assert.False(SnapshotChoice.TryParse(text, out _, out var fault));
        Assert.Contains("names no snapshot", fault, StringComparison.Ordinal);
    }

    /// <summary>A column that came later, and a table before its first row.</summary>
    [Theory]
    [InlineData("stars:1", "SELECT extra FROM stars")]
    [InlineData("2025-01-01", "SELECT id FROM stars")]
    public async Task What_was_not_there_then_is_unknown(string snapshot, string adql) => await Assert.ThrowsAsync<AdqlException>(() => RowsOf(snapshot, adql));

    [Fact]
    public async Task What_an_instant_asks_for_and_was_pruned_is_told()
    {
        File.Delete(archive.Folder.Table("stars").ManifestFile(1));
        var error = await Assert.ThrowsAsync<QueryException>(() => RowsOf("2026-01-01", "SELECT id FROM stars"));
        Assert.Equal("What stars held at 2026-01-01T00:00:00Z was pruned: its oldest snapshot is 2, of 2026-01-02T00:00:00Z.", error.Message);
    }

    [Fact]
    public async Task Many_at_once_leave_nothing_behind()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async index =>
            Assert.Equal([index % 3 == 0 ? "11" : index % 3 == 1 ? "9" : "7"], await RowsOf($"stars:{(index % 3) + 1}", "SELECT COUNT(*) FROM stars"))));
        await Assert.ThrowsAsync<AdqlException>(() => RowsOf("stars:1", "SELECT nosuch FROM stars"));
        Assert.Equal(["7"], await engine.RowsOf("SELECT COUNT(*) FROM stars"));
        Assert.Equal(0, engine.RunningQueries);
    }

    public void Dispose()
    {
        engine.Dispose();
        archive.Dispose();
    }

    private void Write(int day, Table table, params (string, string)[] partitions)
    {
        archive.Now = DateTimeOffset.Parse(string.Create(CultureInfo.InvariantCulture, $"2026-01-{day:D2}T00:00:00Z"), CultureInfo.InvariantCulture);
        archive.Write(table, partitions);
    }

    private Task<Execution.RunningQuery> StartAsync(string snapshot, string adql)
    {
        Assert.True(SnapshotChoice.TryParse(snapshot, out var choice, out var fault), fault);
        return engine.StartAsync(new EngineQuery(adql) { Snapshot = choice });
    }

    private async Task<List<string>> RowsOf(string snapshot, string adql)
    {
        using var query = await StartAsync(snapshot, adql);
        return Rows.Read(query);
    }
}
