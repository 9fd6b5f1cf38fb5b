using Archive.Adql.Diagnostics;

namespace Archive.Engine.Tests;

public sealed class QueryTests : IClassFixture<QueryTests.Stars>
{
    private readonly ArchiveEngine engine;

    public QueryTests(Stars stars) => engine = stars.Engine;

    [Theory]
    [InlineData("SELECT count(*) FROM stars", "11")]
    [InlineData("SELECT id, name FROM stars WHERE id = 9", "9|O'Neill <&> 9")]
    [InlineData("SELECT TOP 2 id FROM stars ORDER BY id DESC", "11;10")]
    [InlineData("SELECT id FROM stars WHERE name LIKE 'O''N%' AND id < 10 ORDER BY id", "8;9")]
    [InlineData("SELECT id FROM stars WHERE name IS NULL", "11")]
    [InlineData("SELECT date_obs, count(*) AS n FROM stars GROUP BY date_obs ORDER BY date_obs", "2004-08-24|7;2004-08-25|4")]
    [InlineData("SELECT id FROM stars WHERE observed >= to_date('2004-08-24 10:06:00', 'yyyy-mm-dd HH24:MI:SS') ORDER BY id", "6;7")]
    [InlineData("SELECT id FROM stars WHERE observed > '2004-08-24T10:06:00' ORDER BY id", "7")]
    [InlineData("SELECT id FROM stars WHERE date_obs = '2004-08-24' AND id < 3 ORDER BY id", "1;2")]
    [InlineData("SELECT id, to_char(observed, 'YYYY-MM-DD HH24:MI'), to_date(name, 'YYYY-MM-DD'), mag FROM stars WHERE id = 6", "6|2004-08-24 10:06||5.6")]
    [InlineData("SELECT table_name FROM TAP_SCHEMA.tables WHERE schema_name = 'sky_survey'", "stars")]
    [InlineData("SELECT column_name FROM tap_schema.columns WHERE table_name = 'stars' AND ucd LIKE 'pos.eq%' ORDER BY column_index", "ra;dec")]
    [InlineData("SELECT \"size\" FROM tap_schema.columns WHERE table_name = 'stars' AND column_name = 'name'", "16")]
    public async Task A_query_gives_its_rows(string adql, string expected) =>
        Assert.Equal(expected, string.Join(';', await engine.RowsOf(adql)));

    [Theory]
    [InlineData("CIRCLE('ICRS', 0, 0, 0.1)", "8;9;10")]
    [InlineData("CIRCLE('ICRS', 360, 0, 0.0999999)", "9;10")]
    [InlineData("CIRCLE('ICRS', 20, -1, 0)", "2")]
    [InlineData("CIRCLE('ICRS', 0, 90, 180)", "1;2;3;4;5;6;7;8;9;10")]
    [InlineData("BOX('ICRS', 359.95, 0, 0.5, 0.5)", "8;9;10")]
    [InlineData("POLYGON('ICRS', 355, -5, 5, -5, 5, 5, 355, 5)", "8;9;10")]
    [InlineData("POLYGON('ICRS', 5, 5, 5, -5, 355, -5, 355, 5)", "8;9;10")]
    public async Task A_shape_selects_what_lies_in_it(string shape, string expected)
    {
        Assert.Equal(expected, string.Join(';', await engine.RowsOf($"SELECT id FROM stars WHERE CONTAINS(POINT('ICRS', ra, dec), {shape}) = 1 ORDER BY id")));
        Assert.Equal(expected, string.Join(';', await engine.RowsOf($"SELECT id FROM stars WHERE 1 = CONTAINS(POINT(ra, dec + 0), {shape}) ORDER BY id")));
        var outside = await engine.RowsOf($"SELECT id FROM stars WHERE CONTAINS(POINT('ICRS', ra, dec), {shape}) = 0");
        Assert.Equal(10, outside.Count + expected.Split(';').Length);
    }

    [Theory]
    [InlineData("SELECT a.id, b.id FROM stars AS a JOIN stars AS b ON DISTANCE(POINT(a.ra, a.dec), POINT(b.ra, b.dec)) < 0.015 WHERE a.id < b.id ORDER BY a.id", "8|9;9|10")]
    [InlineData("SELECT a.id, b.id FROM stars AS a JOIN stars AS b ON 1 = CONTAINS(POINT(a.ra, a.dec), CIRCLE(b.ra, b.dec, b.mag / 1000)) WHERE a.id <> b.id", "")]
    [InlineData("SELECT ROUND(DISTANCE(ra, dec, 0, 0), 6) FROM stars WHERE id = 10", "0.08")]
    public async Task Rows_are_matched_by_distance(string adql, string expected) =>
        Assert.Equal(expected, string.Join(';', await engine.RowsOf(adql)));

    [Theory]
    [InlineData("SELECT __cell FROM stars")]
    [InlineData("SELECT \"__cell\" FROM stars")]
    [InlineData("SELECT * FROM sky.stars")]
    [InlineData("SELECT * FROM journal.loaded_file")]
    [InlineData("SELECT * FROM \"/etc/passwd\"")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT getenv('HOME') FROM stars")]
    [InlineData("COPY stars TO 'x'")]
    [InlineData("SELECT 1; DROP TABLE stars")]
    public async Task What_the_catalogue_does_not_list_cannot_be_named(string adql) =>
        await Assert.ThrowsAsync<AdqlException>(() => engine.StartAsync(adql));

    [Theory]
    [InlineData("SELECT id FROM stars WHERE id = 9", "main.stars", 11, 1)]
    [InlineData("SELECT table_name FROM TAP_SCHEMA.tables WHERE table_name = 'stars'", "tap_schema.tables", 7, 1)]
    [InlineData("SELECT id FROM stars WHERE CONTAINS(POINT(ra, dec), CIRCLE(0, 0, 0.1)) = 1", "sky.stars", 11, 3)]
    public void A_query_tells_what_it_read(string adql, string table, long rows, long kept)
    {
        var scan = Assert.Single(engine.Scans(engine.Translate(adql)));
        Assert.Equal((table, rows, kept), ($"{scan.Schema}.{scan.Table}", scan.RowsInTable, scan.RowsKept));
        Assert.Equal(scan.RowsInTable, scan.RowsScanned + scan.RowsSkipped);
    }

    /// <summary>100,000 rows in the order of their numbers and of the sky: what can be left out follows from the groups of 16,384 rows; the last has 1,696.</summary>
    [Theory]
    [InlineData("SELECT id FROM stars WHERE id = 99999", 1696L, 1L, false, false)]
    [InlineData("SELECT id FROM stars WHERE id BETWEEN 16000 AND 17000", 32768L, 1001L, false, false)]
    [InlineData("SELECT id FROM stars WHERE id = 5", 16384L, 1L, false, false)]
    [InlineData("SELECT id FROM stars WHERE id >= 0", 100000L, 100000L, false, false)]
    [InlineData("SELECT TOP 1 id FROM stars WHERE mag > -1", null, null, true, false)]
    [InlineData("SELECT a.id FROM stars AS a JOIN stars AS b ON a.id = b.id", null, null, false, true)]
    public void The_zone_maps_leave_out_groups_of_rows(string adql, long? scanned, long? kept, bool isUnderLimit, bool isUnderJoin)
    {
        using var archive = new SmallArchive();
        archive.Write(SmallArchive.Stars, ("2004-08-24", """
            SELECT i::INTEGER AS id, DATE '2004-08-24' AS date_obs, (i / 300)::DOUBLE AS ra, 0.0::DOUBLE AS dec, 1.0::DOUBLE AS mag, 'star' AS name, NULL::TIMESTAMP AS observed
            FROM range(100000) t(i)
            """));
        using var large = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
        var scans = large.Scans(large.Translate(adql));
        Assert.NotEmpty(scans);
        foreach (var scan in scans)
        {
            Assert.Equal((100_000, isUnderLimit, isUnderJoin), (scan.RowsInTable, scan.IsUnderLimit, scan.IsUnderJoin));
            if (scanned is not null) Assert.Equal((scanned.Value, kept!.Value), (scan.RowsScanned, scan.RowsKept));
        }
    }

    [Fact]
    public async Task A_result_never_shows_the_stores_own_columns()
    {
        using var query = await engine.StartAsync("SELECT * FROM stars WHERE CONTAINS(POINT('ICRS', ra, dec), CIRCLE('ICRS', 0, 0, 1)) = 1");
        Assert.Equal(["id", "date_obs", "ra", "dec", "mag", "name", "observed"], query.Columns.Select(column => column.Name));
        Assert.Equal(7, query.VectorTypes.Length);
    }

    public sealed class Stars : IDisposable
    {
        private readonly SmallArchive archive = SmallArchive.WithStars();

        public Stars() => Engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });

        public ArchiveEngine Engine { get; }

        public void Dispose()
        {
            Engine.Dispose();
            archive.Dispose();
        }
    }
}
