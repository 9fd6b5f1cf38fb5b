using Archive.Catalogue.Tables;

namespace Archive.Tap.Tests.Serving;

/// <summary>A table like KOA's koa_hires, with a handful of its columns and 5,000 rows: enough for results of several chunks.</summary>
internal static class Observations
{
    public const int RowCount = 5000;

    public const string FirstNight = Night + " FROM range(0, 3000) t(i)";
    public const string SecondNight = Night + " FROM range(3000, 5000) t(i)";

    private const string Night = """
        SELECT 'HI.2009010' || (1 + i // 3000) || '.' || lpad((i % 3000)::VARCHAR, 5, '0') || '.fits' AS koaid,
               '/koadata4/HIRES/' || i AS filehand,
               TIMESTAMP '2009-01-01 00:00:00' + INTERVAL (i * 20) SECOND AS utdatetime,
               DATE '2009-01-01' + (i // 3000)::INTEGER AS date_obs,
               ((i * 137.508) % 360)::DOUBLE AS ra, degrees(asin((i + 0.5) / 2500 - 1))::DOUBLE AS dec,
               i::INTEGER AS frameno, CASE WHEN i % 7 > 0 THEN sqrt(i)::DOUBLE END AS sig2nois, 'C' || (300 + i % 10) AS progid
        """;

    public static Table Table { get; } = new("koa", "koa_hires",
    [
        new Column { Name = "koaid", Type = ColumnType.TextUpTo(32), Ucd = "meta.id;meta.main", Description = "Name of the file.", IsPrincipal = true, IsIndexed = true },
        new Column { Name = "filehand", Type = ColumnType.TextUpTo(151), Description = "Path of the file." },
        new Column { Name = "utdatetime", Type = ColumnType.Timestamp, Ucd = "time.start", Description = "Begin of the exposure." },
        new Column { Name = "date_obs", Type = ColumnType.Date, Description = "UT date." },
        new Column { Name = "ra", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.ra;meta.main", Description = "Right ascension." },
        new Column { Name = "dec", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.dec;meta.main", Description = "Declination." },
        new Column { Name = "frameno", Type = ColumnType.Int, Description = "Number of the frame." },
        new Column { Name = "sig2nois", Type = ColumnType.Double, Description = "Signal to noise." },
        new Column { Name = "progid", Type = ColumnType.TextUpTo(68), Description = "Programme.", IsPrincipal = true },
    ])
    {
        Description = "Exposures like those of HIRES, made for tests.",
        KeyColumn = "koaid",
        UtDateColumn = "date_obs",
        Position = new PositionColumns("ra", "dec"),
    };
}
