using System.Globalization;

namespace Archive.Engine.Tests.Differential;

/// <summary>A circle around the row's position and a fixed one: the two meet, or one holds the other, where the centres are no farther apart than a sum or difference of radii.</summary>
internal sealed record TrialCircles(TrialCircle Fixed, double RowRadius, int Form) : TrialCondition
{
    private readonly TrialCircle? limit = Limit(Fixed, Form switch { < 2 => Fixed.Radius + RowRadius, 2 => Fixed.Radius - RowRadius, _ => RowRadius - Fixed.Radius });

    public override string Adql => Form switch
    {
        0 => $"INTERSECTS({OfRow}, {Fixed.Adql}) = 1",
        1 => $"1 = INTERSECTS({Fixed.Adql}, {OfRow})",
        2 => $"CONTAINS({OfRow}, {Fixed.Adql}) = 1",
        _ => $"CONTAINS({Fixed.Adql}, {OfRow}) = 1",
    };

    public override string PlainSql => limit?.PlainSql ?? "x < -2";

    private string OfRow => string.Create(CultureInfo.InvariantCulture, $"CIRCLE(ra, dec, {RowRadius:R})");

    /// <summary>Radii are multiples of a power of two, so that their sums and differences are exact.</summary>
    public static TrialCircles Random(Random random)
    {
        var circle = TrialCircle.Random(random);
        var radius = Exact(Math.Min(circle.Radius, 150));
        return new TrialCircles(new TrialCircle(circle.Lon, circle.Lat, radius), Exact(Math.Pow(10, (random.NextDouble() * 4) - 3)), random.Next(4));

        static double Exact(double degrees) => Math.Round(degrees * 1024) / 1024;
    }

    public override Truth Holds(TrialRow row) => row.Direction is not { } direction ? Truth.Unknown
        : limit is null ? Truth.False
        // Circles that touch from inside in one point are told by arithmetic that rounds elsewhere.
        : limit.Radius == 0 ? Truth.TooClose : limit.Holds(direction);

    private static TrialCircle? Limit(TrialCircle circle, double radius) => radius < 0 ? null : new TrialCircle(circle.Lon, circle.Lat, radius);
}
