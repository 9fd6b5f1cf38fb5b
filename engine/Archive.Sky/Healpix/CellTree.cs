namespace Archive.Sky.Healpix;

/// <summary>The cells as a tree, for searches from the coarsest down.</summary>
internal static class CellTree
{
    /// <summary>From this order on a cell's centre is as good as the centre of its area.</summary>
    public const int EvenOrder = 5;

    /// <summary>The cells of order 0.</summary>
    public static ReadOnlySpan<long> Roots => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    /// <summary>Direction of a cell's centre.</summary>
    public static UnitVector Centre(int order, long cell) => HealpixCell.FromIndex(order, cell).Centre(order).Direction;

    /// <summary>The indexes at order 29 that a cell is made of.</summary>
    public static IndexRange RangeOf(int order, long cell)
    {
        int shift = 2 * (HealpixNested.MaxOrder - order);
        return new IndexRange(cell << shift, ((cell + 1) << shift) - 1);
    }

    /// <summary>The four children of each cell, one order finer.</summary>
    public static List<long> Children(List<long> cells)
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
}
