namespace Archive.Sky.Shapes;

/// <summary>Latitudes in degrees, both ends included.</summary>
/// <param name="MinDegrees">The southern end, -90 or more.</param>
/// <param name="MaxDegrees">The northern end, +90 or less.</param>
public readonly record struct LatitudeBand(double MinDegrees, double MaxDegrees)
{
    // 36 nanoarcseconds: more than the tolerance of the exact tests.
    private const double MarginDegrees = 1e-11;

    /// <summary>The band that a circle lies in, a hair too wide.</summary>
    public static LatitudeBand Of(double latDegrees, double radiusDegrees) => new(
        Math.Max(-90, latDegrees - radiusDegrees - MarginDegrees),
        Math.Min(90, latDegrees + radiusDegrees + MarginDegrees));
}
