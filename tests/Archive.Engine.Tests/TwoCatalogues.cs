using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Tests;

/// <summary>One row of a catalogue: positions and radii of error in degrees, any of which may be missing.</summary>
internal sealed record Entry(int Id, double? Ra, double? Dec, double? Radius)
{
    /// <summary>Great-circle distance in degrees by Vincenty's formula; null where a position is missing.</summary>
    public double? DistanceTo(Entry other)
    {
        if (Ra is null || Dec is null || other.Ra is null || other.Dec is null) return null;
        const double Radian = Math.PI / 180;
        var (sin1, cos1) = Math.SinCos(Dec.Value * Radian);
        var (sin2, cos2) = Math.SinCos(other.Dec.Value * Radian);
        var (sinDelta, cosDelta) = Math.SinCos((other.Ra.Value - Ra.Value) * Radian);
        var across = double.Hypot(cos2 * sinDelta, (cos1 * sin2) - (sin1 * cos2 * cosDelta));
        return Math.Atan2(across, (sin1 * sin2) + (cos1 * cos2 * cosDelta)) / Radian;
    }
}

/// <summary>
/// Two catalogues <c>a</c> and <c>b</c> that share positions to within arcseconds or degrees, with what makes joins go wrong: poles, longitude 0, duplicates, missing
/// positions, radii that are missing, NaN, negative, zero and very unequal.
/// </summary>
internal static class TwoCatalogues
{
    public static (IReadOnlyList<Entry> A, IReadOnlyList<Entry> B) Make(int seed, int count)
    {
        var random = new Random(seed);
        var (a, b) = (new List<Entry>(), new List<Entry>());
        for (var i = 0; i < count; i++)
        {
            var (ra, dec) = Position(random, i);
            a.Add(i % 17 == 16 ? new Entry(i, null, null, 1) : new Entry(i, ra, dec, Radius(random, i)));
            for (var copy = 0; copy < random.Next(3); copy++)
            {
                var away = Math.Pow(10, (random.NextDouble() * 5) - 5);
                var latitude = Math.Clamp(dec + (away * ((random.NextDouble() * 2) - 1)), -90, 90);
                b.Add(new Entry(b.Count, (ra + 360 + (away * ((random.NextDouble() * 2) - 1))) % 360, latitude, Radius(random, b.Count)));
            }
        }

        b.Add(new Entry(b.Count, null, null, 1));
        b.Add(b[0] with { Id = b.Count });
        return (a, b);
    }

    public static void WriteTo(SmallArchive archive, string name, IEnumerable<Entry> entries)
    {
        var table = new Table("sky_survey", name,
        [
            new Column { Name = "id", Type = ColumnType.Int },
            new Column { Name = "date_obs", Type = ColumnType.Date },
            new Column { Name = "ra", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.ra;meta.main" },
            new Column { Name = "dec", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.dec;meta.main" },
            new Column { Name = "radius", Type = ColumnType.Double, Unit = "deg" },
        ])
        {
            KeyColumn = "id",
            UtDateColumn = "date_obs",
            Position = new PositionColumns("ra", "dec"),
        };
        var rows = entries.Select(entry => $"({entry.Id}, DATE '2004-08-24', {Number(entry.Ra)}, {Number(entry.Dec)}, {Number(entry.Radius)})");
        archive.Write(table, ("2004-08-24", $"SELECT * FROM (VALUES {string.Join(", ", rows)}) t(id, date_obs, ra, dec, radius)"));
    }

    private static (double Ra, double Dec) Position(Random random, int i) => (i % 4) switch
    {
        0 => (random.NextDouble() * 360, 90 - Math.Pow(10, (random.NextDouble() * 6) - 5)),
        1 => (((random.NextDouble() * 2) - 1 + 360) % 360, (random.NextDouble() * 4) - 2),
        2 => (random.NextDouble() * 360, Math.Pow(10, (random.NextDouble() * 6) - 5) - 90),
        _ => (random.NextDouble() * 360, Math.Asin((random.NextDouble() * 2) - 1) * 180 / Math.PI),
    };

    private static double? Radius(Random random, int i) => (i % 9) switch
    {
        0 => null,
        1 => double.NaN,
        2 => -1,
        3 => 0,
        4 => 3,
        _ => Math.Pow(10, (random.NextDouble() * 4) - 4),
    };

    private static string Number(double? value) => value switch
    {
        null => "NULL::DOUBLE",
        double.NaN => "'nan'::DOUBLE",
        { } number => number.ToString("E16", CultureInfo.InvariantCulture),
    };
}
