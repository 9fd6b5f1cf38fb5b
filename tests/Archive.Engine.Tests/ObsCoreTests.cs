using System.Globalization;
using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Tests;

/// <summary>The rows of <c>ivoa.ObsCore</c> are those of the archive's tables, in the standard's terms, whatever comes and goes.</summary>
public sealed class ObsCoreTests
{
    private const string Identity = "obs_collection, obs_id, obs_publisher_did, calib_level";

    private static readonly EngineOptions Options = new() { RefreshInterval = null };

    [Theory]
    [InlineData($"SELECT {Identity}, dataproduct_type, dataproduct_subtype, target_name, proposal_id, access_estsize, facility_name, instrument_name, o_ucd FROM ivoa.obscore WHERE obs_collection = 'KOA' ORDER BY obs_id",
        "KOA|HI.20040824.1.fits|ivo://archive.local/koa_hires?HI.20040824.1.fits|1|spectrum|object|HD 1|C307|12500|Keck I|HIRES|phot.count",
        "KOA|HI.20040824.2.fits|ivo://archive.local/koa_hires?HI.20040824.2.fits|1||bias|bias|C307||Keck I|HIRES|phot.count",
        "KOA|HI.20040824.3.fits|ivo://archive.local/koa_hires?HI.20040824.3.fits|1||undefined||||Keck I|HIRES|phot.count")]
    [InlineData("SELECT s_ra, s_dec, s_fov, s_resolution, s_region, t_min, t_max, t_exptime, em_min, em_max, em_res_power FROM ivoa.obscore WHERE obs_collection = 'KOA' ORDER BY obs_id",
        "10|20|0.002|0.8|Circle ICRS 10.0 20.0 0.001|53241.5|53241.501|86.4|4E-07|8E-07|45000",
        "10|20|||Position ICRS 10.0 20.0|53241.75|53241.75|0|||",
        "|||||53241.791666666664|||||")]
    [InlineData($"SELECT {Identity}, t_min, t_max, t_exptime, facility_name, dataproduct_type, s_ra FROM ivoa.obscore WHERE obs_collection = 'plates' ORDER BY t_min",
        "plates|a b/1?|ivo://archive.local/plates?a%20b%2F1%3F|1|36524|36525|90|Schmidt|image|",
        "plates|2|ivo://archive.local/plates?2|1|36525|36526||Schmidt||")]
    [InlineData($"SELECT {Identity}, t_min, t_max, s_region FROM ivoa.obscore WHERE obs_collection = 'obscore' ORDER BY t_min",
        "obscore|7|ivo://archive.local/obscore?7|2|51544|51544.5|Polygon ICRS 99.0 -1.0 101.0 -1.0 101.0 1.0",
        "obscore|8|ivo://archive.local/obscore?8|1|51545||")]
    [InlineData("SELECT obs_id FROM ivoa.obscore WHERE 1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(10, 20, 1)) ORDER BY obs_id", "HI.20040824.1.fits", "HI.20040824.2.fits")]
    [InlineData("SELECT obs_id FROM ivoa.obscore WHERE 1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(10, 20, 1)) OR obs_id = '2' ORDER BY obs_id", "2", "HI.20040824.1.fits", "HI.20040824.2.fits")]
    [InlineData("SELECT obs_id FROM ivoa.obscore WHERE 1 = INTERSECTS(s_region, CIRCLE(101.5, 0, 0.6)) OR 1 = CONTAINS(POINT(10, 20.0005), s_region) ORDER BY obs_id", "7", "HI.20040824.1.fits")]
    [InlineData("SELECT count(*), count(access_url), count(access_format) FROM IVOA.OBSCORE", "7|0|0")]
    [InlineData("SELECT obs_id FROM obscore ORDER BY obs_id", "7", "8")]
    [InlineData("SELECT o.obs_id, h.object FROM ivoa.obscore AS o JOIN koa_hires AS h ON h.koaid = o.obs_id WHERE t_min BETWEEN 53241.6 AND 53241.76", "HI.20040824.2.fits|bias")]
    public async Task Rows_are_those_of_the_tables(string adql, params string[] expected)
    {
        using var archive = WithAll();
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        Assert.Equal(expected, await engine.RowsOf(adql));
    }

    [Fact]
    public async Task Times_are_astropys_MJD()
    {
        var cases = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "mjd.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToList();
        using var archive = new SmallArchive();
        archive.Write(Exposures.Hires, ("2004-08-24", Exposures.At(cases.Select(fields => fields[0]))));
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        var found = await engine.RowsOf("SELECT t_min FROM ivoa.obscore ORDER BY CAST(obs_id AS INTEGER)");
        Assert.Equal(cases.Count, found.Count);
        // A double holds an MJD to a microsecond.
        foreach (var (fields, mjd) in cases.Zip(found)) Assert.Equal(double.Parse(fields[1], CultureInfo.InvariantCulture), double.Parse(mjd, CultureInfo.InvariantCulture), 1.5e-11);
    }

    [Fact]
    public async Task TAP_SCHEMA_lists_it_as_a_view_of_its_own_schema()
    {
        using var archive = WithAll();
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        Assert.Equal(["ivoa|ivoa.ObsCore|view"], await engine.RowsOf("SELECT schema_name, table_name, table_type FROM TAP_SCHEMA.tables WHERE schema_name = 'ivoa'"));
        Assert.Equal(["32"], await engine.RowsOf("SELECT count(*) FROM TAP_SCHEMA.columns WHERE table_name = 'ivoa.ObsCore' AND std = 1 AND principal = 1"));
        Assert.Equal(["1"], await engine.RowsOf("SELECT count(*) FROM TAP_SCHEMA.schemas WHERE schema_name = 'ivoa'"));
    }

    [Fact]
    public async Task An_archive_without_observations_has_no_such_table_until_it_has()
    {
        using var archive = new SmallArchive();
        archive.Write(Exposures.Sources, ("", Exposures.SourceRows));
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        Assert.Null(engine.Current.Tables.Find(ObsCore.SchemaName, ObsCore.Table.Name));
        Assert.Equal(["0"], await engine.RowsOf("SELECT count(*) FROM TAP_SCHEMA.schemas WHERE schema_name = 'ivoa'"));

        archive.Write(Exposures.Plates, ("1958-11-17", Exposures.PlateRows));
        engine.Refresh();
        Assert.Equal(["2"], await engine.RowsOf("SELECT count(*) FROM ivoa.obscore"));

        // The definition changes: what was a column of ObsCore isn't there any more.
        var narrow = new Table("koa", "plates", Exposures.Plates.Columns.Where(column => column.Name is "plate" or "obs_date")) { KeyColumn = "plate", UtDateColumn = "obs_date" };
        archive.Write(narrow, ("1958-11-17", $"SELECT plate, obs_date FROM ({Exposures.PlateRows})"));
        engine.Refresh();
        Assert.Null(engine.RefreshProblem);
        Assert.Equal(["2|0"], await engine.RowsOf("SELECT count(*), count(facility_name) FROM ivoa.obscore"));

        Directory.Delete(archive.Folder.Table("plates").Root, recursive: true);
        engine.Refresh();
        Assert.Null(engine.RefreshProblem);
        Assert.Null(engine.Current.Tables.Find(ObsCore.SchemaName, ObsCore.Table.Name));
    }

    [Fact]
    public async Task A_table_of_the_archives_own_by_that_name_stays_what_it_is()
    {
        using var archive = new SmallArchive();
        archive.Write(new Table("ivoa", "obscore", Exposures.Pointings.Columns) { KeyColumn = "obs_id", Position = Exposures.Pointings.Position }, ("", Exposures.PointingRows));
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        Assert.Equal(["7|2", "8|9"], await engine.RowsOf("SELECT obs_id, calib_level FROM ivoa.obscore ORDER BY obs_id"));
        Assert.Equal(["1"], await engine.RowsOf("SELECT count(*) FROM TAP_SCHEMA.schemas WHERE schema_name = 'ivoa'"));
    }

    [Fact]
    public async Task The_address_is_that_of_whoever_asks()
    {
        using var archive = WithAll();
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        foreach (var address in new[] { "http://one.example/TAP/links", null, "https://o'ther.example/x/TAP/links" })
        {
            using var query = await engine.StartAsync(new EngineQuery("SELECT access_url, access_format FROM ivoa.obscore WHERE obs_id = 'a b/1?'") { LinksUrl = address });
            Assert.Equal([address is null ? "|" : $"{address}?ID=ivo%3A%2F%2Farchive.local%2Fplates%3Fa%2520b%252F1%253F|application/x-votable+xml;content=datalink"], Rows.Read(query));
        }
    }

    /// <summary>The zone maps leave out what the cone doesn't reach, as in the table itself.</summary>
    [Fact]
    public void A_cone_reads_no_more_than_in_the_table_itself()
    {
        using var archive = new SmallArchive();
        archive.Write(Exposures.Hires, ("2004-08-24", $"""
            SELECT * REPLACE (i::VARCHAR AS koaid, ((i * 137.508) % 360)::DOUBLE AS ra, degrees(asin((i + 0.5) / 50000 - 1))::DOUBLE AS dec) FROM ({Exposures.HiresRows}), range(100000) r(i) WHERE koaimtyp = 'object'
            """));
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        var scans = new[] { ("koa_hires", "ra, dec"), ("ivoa.obscore", "s_ra, s_dec") }.Select(pair => engine.Scans(engine.Translate(
            $"SELECT t.* FROM {pair.Item1} AS t WHERE 1 = CONTAINS(POINT({pair.Item2}), CIRCLE(100, 30, 2))"))).ToList();
        var (own, obsCore) = (Assert.Single(scans[0]), Assert.Single(scans[1]));
        Assert.Equal((own.Schema, own.Table, own.RowsScanned, own.RowsKept), (obsCore.Schema, obsCore.Table, obsCore.RowsScanned, obsCore.RowsKept));
        Assert.Equal(StoreColumns.SkyOrderSchema, obsCore.Schema);
        Assert.True(obsCore.RowsSkipped > 0);
    }

    private static SmallArchive WithAll()
    {
        var archive = new SmallArchive();
        archive.Write(Exposures.Hires, ("2004-08-24", Exposures.HiresRows));
        archive.Write(Exposures.Plates, ("1958-11-17", Exposures.PlateRows));
        archive.Write(Exposures.Sources, ("", Exposures.SourceRows));
        archive.Write(Exposures.Pointings, ("", Exposures.PointingRows));
        return archive;
    }
}
