using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>The directions of east and north at a position; at a pole those that its longitude says.</summary>
internal static class TangentAxes
{
    /// <summary>East and north, both turned from north towards east by an angle.</summary>
    public static (UnitVector East, UnitVector North) At(
        double lonDegrees, double latDegrees, double positionAngleDegrees = 0)
    {
        (double sinLon, double cosLon) = DegreeTrigonometry.SinCos(lonDegrees);
        (double sinLat, double cosLat) = DegreeTrigonometry.SinCos(latDegrees);
        var east = new UnitVector(-sinLon, cosLon, 0);
        var north = new UnitVector(-sinLat * cosLon, -sinLat * sinLon, cosLat);
        if (positionAngleDegrees == 0)
        {
            return (east, north);
        }

        (double sin, double cos) = DegreeTrigonometry.SinCos(positionAngleDegrees);
        return (Sum(cos, east, -sin, north), Sum(cos, north, sin, east));
    }

    /// <summary>The angle of a tangent direction from north towards east, -180 to 180 degrees.</summary>
    public static double PositionAngleDegrees(double lonDegrees, double latDegrees, in UnitVector direction)
    {
        (UnitVector east, UnitVector north) = At(lonDegrees, latDegrees);
        return Math.Atan2(direction.Dot(east), direction.Dot(north)) * (180 / Math.PI);
    }

    private static UnitVector Sum(double a, in UnitVector first, double b, in UnitVector second) => new(
        a * first.X + b * second.X, a * first.Y + b * second.Y, a * first.Z + b * second.Z);
}
