using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Tests;

/// <summary>Tables of observations, each known to ObsCore in another way: one like KOA's, one with names of its own, and tables that are none.</summary>
internal static class Exposures
{
    /// <summary>The columns of KOA's table that ObsCore draws on, and those by which it knows HIRES.</summary>
    public static Table Hires { get; } = new("koa", "koa_hires",
    [
        Column("koaid", ColumnType.TextUpTo(32)),
        Column("koaimtyp", ColumnType.TextUpTo(68)),
        Column("utdatetime", ColumnType.Timestamp),
        Column("date_obs", ColumnType.Date),
        Column("elaptime", ColumnType.Int, "s"),
        Column("exptime", ColumnType.Double, "s"),
        Column("waveblue", ColumnType.Double, "Angstrom"),
        Column("wavered", ColumnType.Double, "Angstrom"),
        Column("specres", ColumnType.Double),
        Column("slitlen", ColumnType.Double, "arcsec"),
        Column("guidfwhm", ColumnType.Double, "arcsec"),
        Column("targname", ColumnType.TextUpTo(68)),
        Column("object", ColumnType.TextUpTo(68)),
        Column("progid", ColumnType.TextUpTo(68)),
        Column("filesize_mb", ColumnType.Double, "Mbyte"),
        Column("ra", ColumnType.Double, "deg"),
        Column("dec", ColumnType.Double, "deg"),
        Column("deckname", ColumnType.TextUpTo(68)),
        Column("xdispers", ColumnType.TextUpTo(68)),
    ])
    {
        KeyColumn = "koaid",
        UtDateColumn = "date_obs",
        Position = new PositionColumns("ra", "dec"),
    };

    /// <summary>A star, a bias frame, and one of which next to nothing is known.</summary>
    public const string HiresRows = """
        SELECT *, 'C1' AS deckname, 'RED' AS xdispers FROM (VALUES
            ('HI.20040824.1.fits', 'object', TIMESTAMP '2004-08-24 12:00:00', DATE '2004-08-24', 100, 86.4, 4000.0, 8000.0, 45000.0, 7.2, 0.8, 'HD 1', 'star', 'C307', 12.5, 10.0, 20.0),
            ('HI.20040824.2.fits', 'bias', TIMESTAMP '2004-08-24 18:00:00', DATE '2004-08-24', 0, NULL, 4000.0, 8000.0, 45000.0, 7.2, 0.8, NULL, 'bias', 'C307', NULL, 10.0, 20.0),
            ('HI.20040824.3.fits', 'undefined', TIMESTAMP '2004-08-24 19:00:00', DATE '2004-08-24', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL))
        t(koaid, koaimtyp, utdatetime, date_obs, elaptime, exptime, waveblue, wavered, specres, slitlen, guidfwhm, targname, object, progid, filesize_mb, ra, dec)
        """;

    /// <summary>No positions, only the day, an exposure in minutes, and identifiers that a URL can't hold as they are.</summary>
    public static Table Plates { get; } = new("koa", "plates",
    [
        Column("plate", ColumnType.TextUpTo(32)),
        Column("obs_date", ColumnType.Date),
        Column("exposure", ColumnType.Double, "min"),
        Column("telescope", ColumnType.TextUpTo(16)),
        Column("dataproduct_type", ColumnType.TextUpTo(16)),
    ])
    {
        KeyColumn = "plate",
        UtDateColumn = "obs_date",
    };

    public const string PlateRows = """
        SELECT * FROM (VALUES ('a b/1?', DATE '1958-11-17', 1.5, 'Schmidt', 'image'), ('2', DATE '1958-11-18', NULL, 'Schmidt', 'plate'), (NULL, DATE '1958-11-18', NULL, NULL, NULL)) t(plate, obs_date, exposure, telescope, dataproduct_type)
        """;

    /// <summary>Positions but no time.</summary>
    public static Table Sources { get; } = new("koa", "sources", [Column("id", ColumnType.Int), Column("ra", ColumnType.Double), Column("dec", ColumnType.Double)])
    {
        KeyColumn = "id",
        Position = new PositionColumns("ra", "dec"),
    };

    public const string SourceRows = "SELECT 1::INTEGER AS id, 10.0::DOUBLE AS ra, 20.0::DOUBLE AS dec";

    /// <summary>Observations with footprints, some of them no positions; seven columns.</summary>
    public static Table Pointings { get; } = new("koa", "obscore",
    [
        Column("obs_id", ColumnType.Long),
        Column("t_min", ColumnType.Double, "d"),
        Column("t_max", ColumnType.Double, "d"),
        Column("ra", ColumnType.Double, "deg"),
        Column("dec", ColumnType.Double, "deg"),
        Column("s_region", ColumnType.Polygon, "deg"),
        Column("calib_level", ColumnType.Short),
    ])
    {
        KeyColumn = "obs_id",
        Position = new PositionColumns("ra", "dec"),
    };

    public const string PointingRows = """
        SELECT * FROM (VALUES (7::BIGINT, 51544.0::DOUBLE, 51544.5::DOUBLE, 100.0::DOUBLE, 0.0::DOUBLE, [99.0, -1, 101, -1, 101, 1]::DOUBLE[], 2::SMALLINT),
            (8::BIGINT, 51545.0::DOUBLE, NULL::DOUBLE, 'nan'::DOUBLE, 0.0::DOUBLE, NULL::DOUBLE[], 9::SMALLINT)) t(obs_id, t_min, t_max, ra, dec, s_region, calib_level)
        """;

    /// <summary>A row of <see cref="Hires"/> for each instant.</summary>
    public static string At(IEnumerable<string> instants) => string.Join(" UNION ALL ", instants.Select((instant, i) => string.Create(CultureInfo.InvariantCulture,
        $"SELECT * REPLACE ('{i}' AS koaid, TIMESTAMP '{instant.Replace('T', ' ')}' AS utdatetime) FROM ({HiresRows}) WHERE koaimtyp = 'object'")));

    private static Column Column(string name, ColumnType type, string? unit = null) => new() { Name = name, Type = type, Unit = unit, Description = $"What {name} means." };
}
