using Archive.Sky.Shapes;

namespace Archive.Sky.Healpix;

/// <summary>
/// The ranges of HEALPix indexes in which a shape's positions lie: the coarse half of a spatial search. They may be too
/// wide, never too narrow.
/// </summary>
public static class Coverage
{
    /// <summary>The number of ranges asked for where nothing else is said.</summary>
    public const int DefaultMaxRanges = 16;

    // Splitting stops at this many undecided cells for each range allowed; more would be merged away again.
    private const int CellsPerRange = 3;

    /// <summary>Ranges at order 29 that cover a shape: sorted, disjoint, not touching, at most as many as asked for.</summary>
    /// <param name="shape">The shape, in the frame in which the indexes were computed.</param>
    /// <param name="maxRanges">The most ranges to return, 1 to 4096.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxRanges"/> is out of its range.</exception>
    public static IReadOnlyList<IndexRange> Of(SkyShape shape, int maxRanges = DefaultMaxRanges)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRanges, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRanges, 4096);
        var ranges = new List<IndexRange>();
        List<long> undecided = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
        int order = 0;
        undecided = Sift(shape, order, undecided, ranges);
        while (order < HealpixNested.MaxOrder && undecided.Count > 0 && undecided.Count <= CellsPerRange * maxRanges)
        {
            order++;
            undecided = Sift(shape, order, Children(undecided), ranges);
        }

        foreach (long cell in undecided)
        {
            ranges.Add(RangeOf(order, cell));
        }

        return RangeMerging.Merge(ranges, maxRanges);
    }

    /// <summary>Keeps the cells that are neither outside nor, taken up in the ranges, inside.</summary>
    private static List<long> Sift(SkyShape shape, int order, List<long> cells, List<IndexRange> ranges)
    {
        var undecided = new List<long>(cells.Count);
        double radius = CellRadius.Of(order);
        foreach (long cell in cells)
        {
            UnitVector centre = HealpixCell.FromIndex(order, cell).Centre(order).Direction;
            switch (shape.RelationTo(centre, radius))
            {
                case CapRelation.Inside:
                    ranges.Add(RangeOf(order, cell));
                    break;
                case CapRelation.Overlaps:
                    undecided.Add(cell);
                    break;
            }
        }

        return undecided;
    }

    private static List<long> Children(List<long> cells)
    {
        var children = new List<long>(4 * cells.Count);
        foreach (long cell in cells)
        {
            for (int child = 0; child < 4; child++)
            {
                children.Add((cell << 2) | (uint)child);
            }
        }

        return children;
    }

    private static IndexRange RangeOf(int order, long cell)
    {
        int shift = 2 * (HealpixNested.MaxOrder - order);
        return new IndexRange(cell << shift, ((cell + 1) << shift) - 1);
    }
}
