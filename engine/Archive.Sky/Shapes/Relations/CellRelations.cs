using Archive.Sky.Healpix;

namespace Archive.Sky.Shapes.Relations;

/// <summary>The relations of shapes of which one has the boundary of HEALPix cells, by a search from the coarsest cells down.</summary>
/// <remarks>
/// A search ends at a cell that settles the question. Where cells are left undecided at order 29, or too many at a coarser
/// one because boundaries run beside one another for long, they are taken to touch: such shapes intersect, and the one that
/// might stick out by less than such a cell is contained.
/// </remarks>
internal static class CellRelations
{
    private const int MostUndecided = 20_000;

    public static bool Intersects(SkyShape a, SkyShape b) => Search((order, cell) =>
        (a.RelationToCell(order, cell), b.RelationToCell(order, cell)) switch
        {
            (CapRelation.Disjoint, _) or (_, CapRelation.Disjoint) => Finding.Nothing,
            (CapRelation.Inside, CapRelation.Inside) => Finding.Witness,
            _ => a.Contains(CellTree.Centre(order, cell)) && b.Contains(CellTree.Centre(order, cell))
                ? Finding.Witness
                : Finding.Undecided,
        }) != Finding.Nothing;

    public static bool Contains(SkyShape outer, SkyShape inner) => Search((order, cell) =>
        (outer.RelationToCell(order, cell), inner.RelationToCell(order, cell)) switch
        {
            (CapRelation.Inside, _) or (_, CapRelation.Disjoint) => Finding.Nothing,
            (CapRelation.Disjoint, CapRelation.Inside) => Finding.Witness,
            _ => inner.Contains(CellTree.Centre(order, cell)) && !outer.Contains(CellTree.Centre(order, cell))
                ? Finding.Witness
                : Finding.Undecided,
        }) != Finding.Witness;

    /// <summary>A witness if any cell is one; else whether cells were left undecided.</summary>
    private static Finding Search(Func<int, long, Finding> look)
    {
        List<long> cells = [.. CellTree.Roots];
        for (int order = 0; cells.Count > 0; order++)
        {
            var undecided = new List<long>();
            foreach (long cell in cells)
            {
                switch (look(order, cell))
                {
                    case Finding.Witness:
                        return Finding.Witness;
                    case Finding.Undecided:
                        undecided.Add(cell);
                        break;
                }
            }

            if (undecided.Count > MostUndecided || (order == HealpixNested.MaxOrder && undecided.Count > 0))
            {
                return Finding.Undecided;
            }

            cells = CellTree.Children(undecided);
        }

        return Finding.Nothing;
    }

    private enum Finding
    {
        Nothing,
        Undecided,
        Witness,
    }
}
