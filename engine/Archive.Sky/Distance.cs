using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky;

/// <summary>
/// Great-circle distance, ADQL 2.1's DISTANCE. All angles in degrees, both positions in one frame. A position with NaN
/// or with a latitude beyond ±90 has distance NaN to everything and is within no distance of anything.
/// </summary>
public static class Distance
{
    /// <summary>Distance in degrees, 0 to 180; as good at 0 and at 180 as between (about 1e-14 degrees).</summary>
    public static double Degrees(double lon1Degrees, double lat1Degrees, double lon2Degrees, double lat2Degrees) =>
        UnitVector.FromDegrees(lon1Degrees, lat1Degrees)
            .DegreesTo(UnitVector.FromDegrees(lon2Degrees, lat2Degrees));

    /// <summary>Distances in degrees of pairs of positions.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Degrees(
        ReadOnlySpan<double> lon1Degrees,
        ReadOnlySpan<double> lat1Degrees,
        ReadOnlySpan<double> lon2Degrees,
        ReadOnlySpan<double> lat2Degrees,
        Span<double> resultDegrees)
    {
        SpanLengths.RequireEqual(lon1Degrees.Length, lat1Degrees.Length, lon2Degrees.Length, lat2Degrees.Length);
        SpanLengths.RequireEqual(lon1Degrees.Length, resultDegrees.Length);
        var blocks = new LonLatBlocks(lon1Degrees, lat1Degrees);
        var others = new LonLatBlocks(lon2Degrees, lat2Degrees);
        for (int i = 0; i < resultDegrees.Length; i += VectorBlock.Lanes)
        {
            Write(blocks.At(i), others.At(i), resultDegrees[i..]);
        }
    }

    /// <summary>Distances in degrees of many positions to one.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Degrees(
        ReadOnlySpan<double> lonDegrees,
        ReadOnlySpan<double> latDegrees,
        in UnitVector other,
        Span<double> resultDegrees)
    {
        SpanLengths.RequireEqual(lonDegrees.Length, latDegrees.Length, resultDegrees.Length);
        var blocks = new LonLatBlocks(lonDegrees, latDegrees);
        VectorBlock others = VectorBlock.Repeat(other);
        for (int i = 0; i < resultDegrees.Length; i += VectorBlock.Lanes)
        {
            Write(blocks.At(i), others, resultDegrees[i..]);
        }
    }

    /// <summary>
    /// For pairs of positions, 1 where they are at most the radius apart and 0 elsewhere: the exact half of a
    /// cross-match. Inclusive in the same way as <see cref="Shapes.CircleShape"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The spans differ in length, or the radius is not within 0 to 180.</exception>
    public static void Within(
        ReadOnlySpan<double> lon1Degrees,
        ReadOnlySpan<double> lat1Degrees,
        ReadOnlySpan<double> lon2Degrees,
        ReadOnlySpan<double> lat2Degrees,
        double radiusDegrees,
        Span<byte> result)
    {
        SpanLengths.RequireEqual(lon1Degrees.Length, lat1Degrees.Length, lon2Degrees.Length, lat2Degrees.Length);
        SpanLengths.RequireEqual(lon1Degrees.Length, result.Length);
        var limit = new ChordLimit(radiusDegrees);
        var blocks = new LonLatBlocks(lon1Degrees, lat1Degrees);
        var others = new LonLatBlocks(lon2Degrees, lat2Degrees);
        Span<byte> eightBytes = stackalloc byte[VectorBlock.Lanes];
        for (int i = 0; i < result.Length; i += VectorBlock.Lanes)
        {
            LaneMask.Write(limit.Within(blocks.At(i), others.At(i)), eightBytes);
            eightBytes[..Math.Min(VectorBlock.Lanes, result.Length - i)].CopyTo(result[i..]);
        }
    }

    private static void Write(in VectorBlock a, in VectorBlock b, Span<double> resultDegrees)
    {
        Vector512<double> apart = Vector512.Sqrt(Square(a.X - b.X, a.Y - b.Y, a.Z - b.Z));
        Vector512<double> together = Vector512.Sqrt(Square(a.X + b.X, a.Y + b.Y, a.Z + b.Z));
        int count = Math.Min(VectorBlock.Lanes, resultDegrees.Length);
        for (int lane = 0; lane < count; lane++)
        {
            resultDegrees[lane] = Math.Atan2(apart[lane], together[lane]) * (360 / Math.PI);
        }
    }

    private static Vector512<double> Square(Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
        x * x + y * y + z * z;
}
