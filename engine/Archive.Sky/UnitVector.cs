using Archive.Sky.Vectors;

namespace Archive.Sky;

/// <summary>
/// A direction on the celestial sphere as a vector of length 1: X towards longitude 0 on the equator, Y towards
/// longitude 90 on the equator, Z towards the north pole. The frame is the caller's, usually ICRS.
/// </summary>
/// <param name="X">cos(lat) cos(lon).</param>
/// <param name="Y">cos(lat) sin(lon).</param>
/// <param name="Z">sin(lat).</param>
public readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <summary>Latitude in degrees, -90 to +90; good to about 1e-14 degrees also at the poles.</summary>
    public double LatDegrees => Math.Atan2(Z, Math.Sqrt(X * X + Y * Y)) * (180 / Math.PI);

    /// <summary>Longitude in degrees, 0 inclusive to 360 exclusive; 0 at the poles.</summary>
    public double LonDegrees
    {
        get
        {
            if (X == 0 && Y == 0)
            {
                return 0;
            }

            double degrees = Math.Atan2(Y, X) * (180 / Math.PI);
            if (degrees < 0)
            {
                degrees += 360;
            }

            // A tiny negative angle rounds up to 360, and -0 is no longitude anyone wants to see.
            return degrees >= 360 || degrees == 0 ? 0 : degrees;
        }
    }

    /// <summary>The opposite direction.</summary>
    public UnitVector Antipode => new(-X, -Y, -Z);

    /// <summary>Whether all three components are finite numbers.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>
    /// From longitude and latitude in degrees. Any longitude up to a thousand million degrees either way is taken. A
    /// latitude beyond ±90, or a value that is not finite, gives NaN in all components; no shape contains that.
    /// </summary>
    public static UnitVector FromDegrees(double lonDegrees, double latDegrees)
    {
        if (!(Math.Abs(latDegrees) <= 90) || !(Math.Abs(lonDegrees) <= DegreeTrigonometry.MaxDegrees))
        {
            return new UnitVector(double.NaN, double.NaN, double.NaN);
        }

        (double sinLat, double cosLat) = DegreeTrigonometry.SinCos(latDegrees);
        (double sinLon, double cosLon) = DegreeTrigonometry.SinCos(lonDegrees);
        return new UnitVector(cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    /// <summary>Scalar product: the cosine of the angle between two directions.</summary>
    public double Dot(in UnitVector other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>Angle between two directions in radians, 0 to π, right for coincident and opposite ones too.</summary>
    public double RadiansTo(in UnitVector other)
    {
        double dx = X - other.X, dy = Y - other.Y, dz = Z - other.Z;
        double sx = X + other.X, sy = Y + other.Y, sz = Z + other.Z;
        return 2 * Math.Atan2(Math.Sqrt(dx * dx + dy * dy + dz * dz), Math.Sqrt(sx * sx + sy * sy + sz * sz));
    }

    /// <summary>Angle between two directions in degrees, 0 to 180.</summary>
    public double DegreesTo(in UnitVector other) => RadiansTo(other) * (180 / Math.PI);

    /// <summary>The vector product, not brought to length 1; accurate for near and for nearly opposite directions.</summary>
    /// <remarks>
    /// a×b = (a−b)×(a+b)/2: where a and b are near one another (or opposite) the difference (or the sum) is exact,
    /// so that the product keeps its relative accuracy.
    /// </remarks>
    internal UnitVector Cross(in UnitVector other)
    {
        double dx = X - other.X, dy = Y - other.Y, dz = Z - other.Z;
        double sx = X + other.X, sy = Y + other.Y, sz = Z + other.Z;
        return new UnitVector(
            0.5 * (dy * sz - dz * sy),
            0.5 * (dz * sx - dx * sz),
            0.5 * (dx * sy - dy * sx));
    }

    /// <summary>The same direction with length 1.</summary>
    internal UnitVector Normalized()
    {
        double scale = 1 / Math.Sqrt(X * X + Y * Y + Z * Z);
        return new UnitVector(X * scale, Y * scale, Z * scale);
    }

    /// <summary>This direction moved by an angle along a great circle towards a direction at right angles to it.</summary>
    internal UnitVector Towards(in UnitVector perpendicular, double radians)
    {
        (double sin, double cos) = Math.SinCos(radians);
        return new UnitVector(
            cos * X + sin * perpendicular.X,
            cos * Y + sin * perpendicular.Y,
            cos * Z + sin * perpendicular.Z).Normalized();
    }

    /// <summary>Some direction at right angles to this one.</summary>
    internal UnitVector AnyPerpendicular()
    {
        // The axis this direction is least aligned with keeps the product away from zero.
        UnitVector axis = Math.Abs(X) <= Math.Abs(Y) && Math.Abs(X) <= Math.Abs(Z) ? new(1, 0, 0)
            : Math.Abs(Y) <= Math.Abs(Z) ? new(0, 1, 0)
            : new(0, 0, 1);
        return Cross(axis).Normalized();
    }
}
