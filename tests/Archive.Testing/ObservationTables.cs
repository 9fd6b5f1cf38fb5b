using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;

namespace Archive.Testing;

/// <summary>Tables that the tests' queries name: two instruments like KOA's, a table with awkward names, ObsCore and TAP_SCHEMA.</summary>
public static class ObservationTables
{
    public static Table Hires { get; } = new("koa", "koa_hires",
    [
        Column("koaid", ColumnType.TextUpTo(32), ucd: "meta.id;meta.main"),
        Column("filehand", ColumnType.TextUpTo(151)),
        Column("ofname", ColumnType.TextUpTo(32)),
        Column("progid", ColumnType.TextUpTo(68)),
        Column("semid", ColumnType.TextUpTo(21)),
        Column("iodin", ColumnType.TextUpTo(8)),
        Column("koaimtyp", ColumnType.TextUpTo(68)),
        Column("targname", ColumnType.TextUpTo(68)),
        Column("object", ColumnType.TextUpTo(68)),
        Column("frameno", ColumnType.Int),
        Column("elaptime", ColumnType.Int, unit: "s", ucd: "time.duration;obs.exposure"),
        Column("npixsat", ColumnType.Long),
        Column("naxis", ColumnType.Short),
        Column("ra", ColumnType.Double, unit: "deg", ucd: "pos.eq.ra;meta.main"),
        Column("dec", ColumnType.Double, unit: "deg", ucd: "pos.eq.dec;meta.main"),
        Column("sig2nois", ColumnType.Double),
        Column("airmass", ColumnType.Float),
        Column("iscalib", ColumnType.Boolean),
        Column("utdatetime", ColumnType.Timestamp, ucd: "time.start;obs.exposure"),
        Column("date_obs", ColumnType.Date),
    ])
    {
        Position = new PositionColumns("ra", "dec"),
        KeyColumn = "koaid",
    };

    public static Table Nirc2 { get; } = new("koa", "koa_nirc2",
    [
        Column("koaid", ColumnType.TextUpTo(32)),
        Column("targname", ColumnType.TextUpTo(68)),
        Column("ra", ColumnType.Double, unit: "deg"),
        Column("dec", ColumnType.Double, unit: "deg"),
        Column("filter", ColumnType.TextUpTo(68)),
    ])
    {
        Position = new PositionColumns("ra", "dec"),
    };

    /// <summary>No position, and a name that needs quotes.</summary>
    public static Table Proposals { get; } = new("koa", "proposals",
    [
        Column("progid", ColumnType.TextUpTo(68)),
        Column("Title \"long\"", ColumnType.Text),
        Column("Year", ColumnType.Int),
        Column("field_lon", ColumnType.Double),
        Column("field_lat", ColumnType.Double),
        Column("field_radius", ColumnType.Double),
    ]);

    /// <summary>Geometries as columns: DALI's arrays, and texts that hold one.</summary>
    public static Table Footprints { get; } = new("koa", "footprints",
    [
        Column("id", ColumnType.Int),
        Column("ra", ColumnType.Double, unit: "deg"),
        Column("dec", ColumnType.Double, unit: "deg"),
        Column("s_point", ColumnType.Point, unit: "deg"),
        Column("s_circle", ColumnType.Circle, unit: "deg"),
        Column("s_region", ColumnType.Polygon, unit: "deg"),
        Column("s_quad", new ColumnType(Datatype.Float, "8", "polygon"), unit: "deg"),
        Column("stcs", ColumnType.Region),
        Column("coverage", ColumnType.Moc),
        Column("dali", ColumnType.Text),
    ])
    {
        Position = new PositionColumns("ra", "dec"),
    };

    public static TableSet All { get; } = new([new Schema("koa"), ObsCore.Schema, TapSchema.Schema], [Hires, Nirc2, Proposals, Footprints, ObsCore.Table, .. TapSchema.All]);

    private static Column Column(string name, ColumnType type, string? unit = null, string? ucd = null) =>
        new() { Name = name, Type = type, Unit = unit, Ucd = ucd, Description = $"What {name} means." };
}
