using Archive.Sky.Shapes;

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

    /// <summary>A position of even density within so many degrees of another.</summary>
    public UnitVector Evenly(in UnitVector centre, double radiusDegrees)
    {
        UnitVector east = centre.AnyPerpendicular();
        UnitVector direction = east.Towards(centre.Cross(east), Between(0, 2 * Math.PI));
        double sinHalf = Math.Sin(radiusDegrees * (Math.PI / 360)) * Math.Sqrt(_random.NextDouble());
        return centre.Towards(direction, 2 * Math.Asin(sinHalf));
    }

    /// <summary>A circle, box or star-shaped polygon of about this radius around a centre.</summary>
    public SkyShape Shape(in UnitVector centre, double radiusDegrees)
    {
        (double lon, double lat) = (centre.LonDegrees, centre.LatDegrees);
        switch (Below(3))
        {
            case 0:
                return new CircleShape(lon, lat, radiusDegrees);
            case 1:
                return new BoxShape(
                    lon, lat, radiusDegrees * Between(0.5, 2), Math.Min(180, radiusDegrees * Between(0.5, 2)), Between(-180, 180));
            default:
                UnitVector east = centre.AnyPerpendicular();
                UnitVector north = centre.Cross(east);
                int count = 3 + Below(12);
                double reach = Math.Min(radiusDegrees, 85) * (Math.PI / 180);
                double[] lonLat = new double[2 * count];
                for (int i = 0; i < count; i++)
                {
                    UnitVector vertex = centre.Towards(
                        east.Towards(north, 2 * Math.PI * (i + Between(0, 0.9)) / count), reach * Between(0.2, 1));
                    (lonLat[2 * i], lonLat[2 * i + 1]) = (vertex.LonDegrees, vertex.LatDegrees);
                }

                return new PolygonShape(lonLat);
        }
    }
}
