using System.Globalization;

namespace Archive.Engine.Tests.Differential;

/// <summary>A row of the table that random queries are asked of.</summary>
internal sealed record TrialRow(int Id, double? Ra, double? Dec, double? Mag, string? Name)
{
    private Direction? direction;

    /// <summary>Where the row is; null where a coordinate is missing.</summary>
    public Direction? Direction => Ra is null || Dec is null ? null : direction ??= Differential.Direction.OfDegrees(Ra.Value, Dec.Value);

    public string AsSql => $"({Id}, DATE '2004-08-24', {Number(Ra)}, {Number(Dec)}, {Number(Mag)}, {(Name is null ? "NULL" : $"'{Name}'")})";

    /// <summary>Rows everywhere, at and around the poles, on both sides of longitude 0, in clusters, twice in one place, and without position or values.</summary>
    public static List<TrialRow> Make(Random random, int count)
    {
        var rows = new List<TrialRow>();
        for (var id = 0; id < count; id++)
        {
            var (ra, dec) = Position(random, rows);
            rows.Add(new TrialRow(id, ra, dec, random.Next(6) == 0 ? null : Math.Round(random.NextDouble() * 10, 2), random.Next(7) == 0 ? null : $"{(char)('a' + random.Next(3))}{random.Next(12)}"));
        }

        return rows;
    }

    private static (double? Ra, double? Dec) Position(Random random, List<TrialRow> rows) => random.Next(10) switch
    {
        0 => (random.NextDouble() * 360, (random.Next(2) == 0 ? 90 : -90)),
        1 => (random.NextDouble() * 360, (90 - Math.Pow(10, (random.NextDouble() * 8) - 7)) * (random.Next(2) == 0 ? 1 : -1)),
        2 => (random.Next(2) == 0 ? 0 : 359.9999999, (random.NextDouble() * 180) - 90),
        3 => (random.Next(2) == 0 ? null : 10, random.Next(2) == 0 ? null : 20),
        4 when rows.Count > 0 => (rows[random.Next(rows.Count)].Ra, rows[random.Next(rows.Count)].Dec),
        5 when rows.Count > 0 && rows[^1] is { Ra: { } ra, Dec: { } dec } => (ra, Math.Clamp(dec + (1e-6 * (random.NextDouble() - 0.5)), -90, 90)),
        _ => (random.NextDouble() * 360, Math.Asin((random.NextDouble() * 2) - 1) * 180 / Math.PI),
    };

    private static string Number(double? value) => value is { } number ? number.ToString("E16", CultureInfo.InvariantCulture) : "NULL::DOUBLE";
}
