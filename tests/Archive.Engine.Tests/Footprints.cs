using Archive.Catalogue.Tables;

namespace Archive.Engine.Tests;

/// <summary>An archive with a table of geometries: as DALI's arrays, and as texts that hold one. Row 5 has nulls, row 6 numbers that make no shape.</summary>
public sealed class Footprints : IDisposable
{
    private const string Rows = """
        SELECT * FROM (VALUES
            (1, 10.0, 20.0, [10.0, 20.0], [10.0, 20.0, 1.0], [9.0, 19.0, 11.0, 19.0, 11.0, 21.0, 9.0, 21.0], '10 20', '9 19 11 19 11 21 9 21', 'Circle ICRS 10 20 1', '0/4'),
            (2, 350.0, -5.0, [359.5, 0.0], [0.0, 0.0, 2.0], [359.0, -1.0, 1.0, -1.0, 1.0, 1.0, 359.0, 1.0], ' 359.5  0', '359 -1 1 -1 1 1 359 1', 'Polygon 359 -1 1 -1 1 1 359 1', '0/4'),
            (3, 0.0, 90.0, [0.0, 90.0], [120.0, 89.0, 3.0], [0.0, 80.0, 120.0, 80.0, 240.0, 80.0], '0 9e1', '0 80 120 80 240 80', 'CIRCLE GALACTIC 122.93 27.13 5', '{"0":[0,1,2,3]}'),
            (4, 200.0, 0.0, [200.0, 0.0], [200.0, 0.0, 0.0], [199.0, -1.0, 201.0, -1.0, 200.0, 0.0, 201.0, 1.0, 199.0, 1.0], '200 0 1', 'north', 'Union ICRS (Circle 200 0 1 Circle 210 0 1)', '0/6'),
            (5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
            (6, 10.0, 99.0, ['nan'::DOUBLE, 20.0], [10.0, 20.0, -1.0], [1.0, 1.0, 1.0, 1.0, 1.0, 1.0], '', '1 2 3 4 5', 'nonsense', '30/1')
        ) AS t(id, ra, dec, s_point, s_circle, s_region, point_text, region_text, stcs, coverage)
        """;

    private static readonly Table Table = new("sky_survey", "footprints",
    [
        new Column { Name = "id", Type = ColumnType.Int },
        new Column { Name = "ra", Type = ColumnType.Double },
        new Column { Name = "dec", Type = ColumnType.Double },
        new Column { Name = "s_point", Type = ColumnType.Point, Unit = "deg", Ucd = "pos.eq" },
        new Column { Name = "s_circle", Type = ColumnType.Circle, Unit = "deg" },
        new Column { Name = "s_region", Type = ColumnType.Polygon, Unit = "deg", Ucd = "pos.outline;obs.field" },
        new Column { Name = "point_text", Type = ColumnType.Text },
        new Column { Name = "region_text", Type = ColumnType.Text },
        new Column { Name = "stcs", Type = ColumnType.Region },
        new Column { Name = "coverage", Type = ColumnType.Moc },
    ])
    {
        Position = new PositionColumns("ra", "dec"),
    };

    private readonly SmallArchive archive = new();

    public Footprints()
    {
        archive.Write(Table, ("", Rows));
        archive.Write(SmallArchive.Stars, ("2004-08-24", SmallArchive.FirstNight), ("2004-08-25", SmallArchive.SecondNight));
        Engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
    }

    public ArchiveEngine Engine { get; }

    public void Dispose()
    {
        Engine.Dispose();
        archive.Dispose();
    }
}
