using Archive.Sky.Vectors;

namespace Archive.Sky.Healpix;

/// <summary>
/// HEALPix in NESTED numbering (Górski et al. 2005): at order k the sphere is 12·4^k cells of equal area, and the index
/// of a cell's parent is its own without the last two bits.
/// </summary>
public static class HealpixNested
{
    /// <summary>The finest order; cells of 0.4 milliarcseconds, and an index still fits a signed 64-bit integer.</summary>
    public const int MaxOrder = 29;

    /// <summary>What <see cref="IndexesOf"/> writes for a position that isn't one.</summary>
    public const long NoIndex = -1;

    /// <summary>Number of cells at an order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is not 0 to 29.</exception>
    public static long CellCount(int order)
    {
        RequireOrder(order);
        return 12L << (2 * order);
    }

    /// <summary>Index of the cell that holds a position in degrees.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is not 0 to 29.</exception>
    /// <exception cref="ArgumentException">The position is not finite, its latitude beyond ±90 or its longitude beyond ±1e9.</exception>
    public static long IndexOf(int order, double lonDegrees, double latDegrees)
    {
        RequireOrder(order);
        long index = IndexOrNone(order, lonDegrees, latDegrees);
        return index != NoIndex
            ? index
            : throw new ArgumentException(FormattableString.Invariant(
                $"HEALPix has no cell for the position {lonDegrees:R}, {latDegrees:R}."));
    }

    /// <summary>Indexes of many positions in degrees; <see cref="NoIndex"/> for NaN and for latitudes beyond ±90.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is not 0 to 29.</exception>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void IndexesOf(
        int order, ReadOnlySpan<double> lonDegrees, ReadOnlySpan<double> latDegrees, Span<long> result)
    {
        RequireOrder(order);
        SpanLengths.RequireEqual(lonDegrees.Length, latDegrees.Length, result.Length);
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = IndexOrNone(order, lonDegrees[i], latDegrees[i]);
        }
    }

    /// <summary>Centre of a cell in degrees, longitude 0 to 360.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is not 0 to 29, or the index is no cell of it.</exception>
    public static (double LonDegrees, double LatDegrees) CentreOf(int order, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, CellCount(order));
        (UnitVector direction, double lonDegrees) = HealpixCell.FromIndex(order, index).Centre(order);
        return (lonDegrees, direction.LatDegrees);
    }

    private static long IndexOrNone(int order, double lonDegrees, double latDegrees)
    {
        UnitVector position = UnitVector.FromDegrees(lonDegrees, latDegrees);
        return position.IsFinite ? HealpixCell.At(order, lonDegrees, position).Index(order) : NoIndex;
    }

    private static void RequireOrder(int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, MaxOrder);
    }
}
