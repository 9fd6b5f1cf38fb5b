namespace Archive.Sky.Tests;

/// <summary>Positions from a seed, so that a failure comes back.</summary>
internal sealed class RandomSky(int seed)
{
    private readonly Random _random = new(seed);

    public double Between(double low, double high) => low + (high - low) * _random.NextDouble();

    public int Below(int limit) => _random.Next(limit);

    public long Below(long limit) => _random.NextInt64(limit);

    /// <summary>A position of even density on the sphere, in degrees.</summary>
    public (double Lon, double Lat) Position() =>
        (360 * _random.NextDouble(), Math.Asin(2 * _random.NextDouble() - 1) * (180 / Math.PI));

    /// <summary>A position at most so many degrees from another, denser towards it.</summary>
    public UnitVector Near(in UnitVector centre, double radiusDegrees)
    {
        UnitVector east = centre.AnyPerpendicular();
        UnitVector north = centre.Cross(east);
        UnitVector direction = east.Towards(north, Between(0, 2 * Math.PI));
        return centre.Towards(direction, Between(0, radiusDegrees) * (Math.PI / 180));
    }
}
