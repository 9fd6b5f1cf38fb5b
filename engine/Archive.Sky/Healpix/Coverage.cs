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
        List<long> undecided = [.. CellTree.Roots];
        int order = 0;
        undecided = Sift(shape, order, undecided, ranges);
        while (order < HealpixNested.MaxOrder && undecided.Count > 0 && undecided.Count <= CellsPerRange * maxRanges)
        {
            order++;
            undecided = Sift(shape, order, CellTree.Children(undecided), ranges);
        }

        foreach (long cell in undecided)
        {
            ranges.Add(CellTree.RangeOf(order, cell));
        }

        return RangeMerging.Merge(ranges, maxRanges);
    }

    /// <summary>Keeps the cells that are neither outside nor, taken up in the ranges, inside.</summary>
    private static List<long> Sift(SkyShape shape, int order, List<long> cells, List<IndexRange> ranges)
    {
        var undecided = new List<long>(cells.Count);
        foreach (long cell in cells)
        {
            switch (shape.RelationToCell(order, cell))
            {
                case CapRelation.Inside:
                    ranges.Add(CellTree.RangeOf(order, cell));
                    break;
                case CapRelation.Overlaps:
                    undecided.Add(cell);
                    break;
            }
        }

        return undecided;
    }
}
