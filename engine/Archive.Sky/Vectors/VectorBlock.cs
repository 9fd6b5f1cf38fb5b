using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Archive.Sky.Vectors;

/// <summary>
/// Eight positions as unit vectors, one component per register. Where the processor's registers are narrower the
/// runtime splits each operation, so there is one path for every machine.
/// </summary>
internal readonly struct VectorBlock(Vector512<double> x, Vector512<double> y, Vector512<double> z)
{
    /// <summary>Positions in a block.</summary>
    public const int Lanes = 8;

    public readonly Vector512<double> X = x;
    public readonly Vector512<double> Y = y;
    public readonly Vector512<double> Z = z;

    /// <summary>The same position eight times.</summary>
    public static VectorBlock Repeat(in UnitVector v) =>
        new(Vector512.Create(v.X), Vector512.Create(v.Y), Vector512.Create(v.Z));

    /// <summary>
    /// From longitudes and latitudes in degrees. Lanes whose longitude or latitude is no position become NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorBlock FromDegrees(Vector512<double> lonDegrees, Vector512<double> latDegrees)
    {
        Vector512<double> valid =
            Vector512.LessThanOrEqual(Vector512.Abs(latDegrees), Vector512.Create(90.0))
            & Vector512.LessThanOrEqual(Vector512.Abs(lonDegrees), Vector512.Create(DegreeTrigonometry.MaxDegrees));
        (Vector512<double> sinLat, Vector512<double> cosLat) = DegreeTrigonometry.SinCos(latDegrees);
        (Vector512<double> sinLon, Vector512<double> cosLon) = DegreeTrigonometry.SinCos(lonDegrees);
        Vector512<double> nan = Vector512.Create(double.NaN);
        return new VectorBlock(
            Vector512.ConditionalSelect(valid, cosLat * cosLon, nan),
            Vector512.ConditionalSelect(valid, cosLat * sinLon, nan),
            Vector512.ConditionalSelect(valid, sinLat, nan));
    }

    /// <summary>Scalar product of each position with one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Dot(double x, double y, double z) =>
        Vector512.MultiplyAddEstimate(
            X,
            Vector512.Create(x),
            Vector512.MultiplyAddEstimate(Y, Vector512.Create(y), Z * Vector512.Create(z)));

    /// <inheritdoc cref="Dot(double, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Dot(in UnitVector v) => Dot(v.X, v.Y, v.Z);

    /// <summary>Square of the straight-line distance of each position to one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ChordSquared(in UnitVector v)
    {
        Vector512<double> dx = X - Vector512.Create(v.X);
        Vector512<double> dy = Y - Vector512.Create(v.Y);
        Vector512<double> dz = Z - Vector512.Create(v.Z);
        return Vector512.MultiplyAddEstimate(dx, dx, Vector512.MultiplyAddEstimate(dy, dy, dz * dz));
    }
}
