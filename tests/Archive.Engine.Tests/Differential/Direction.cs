namespace Archive.Engine.Tests.Differential;

/// <summary>A direction, or a sum of directions, in extended precision.</summary>
internal readonly record struct Direction(DoubleDouble X, DoubleDouble Y, DoubleDouble Z)
{
    public static Direction OfDegrees(double lon, double lat)
    {
        var (sinLon, cosLon) = DoubleDouble.SinCosDegrees(lon);
        var (sinLat, cosLat) = DoubleDouble.SinCosDegrees(lat);
        return new Direction(cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    /// <summary>At right angles to the direction of a longitude and latitude: where longitude grows, and where latitude does.</summary>
    public static (Direction East, Direction North) AxesAt(double lon, double lat)
    {
        var (sinLon, cosLon) = DoubleDouble.SinCosDegrees(lon);
        var (sinLat, cosLat) = DoubleDouble.SinCosDegrees(lat);
        return (new Direction(-sinLon, cosLon, 0), new Direction(-(sinLat * cosLon), -(sinLat * sinLon), cosLat));
    }

    public static Direction operator +(Direction a, Direction b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Direction operator -(Direction a, Direction b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Direction operator *(Direction a, DoubleDouble factor) => new(a.X * factor, a.Y * factor, a.Z * factor);

    public DoubleDouble Dot(Direction other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public Direction Cross(Direction other) => new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    public DoubleDouble Length() => DoubleDouble.Sqrt(Dot(this));
}
