using Archive.Sky.Healpix;
using Archive.Sky.Shapes;

namespace Archive.Sky.Moc;

/// <summary>A circle around cells.</summary>
internal static class CellBounds
{
    // So many cells are looked at, at the finest order at which there are no more.
    private const int MostCells = 4096;

    public static CircleShape Around(CellRanges ranges)
    {
        if (ranges.Count == 0)
        {
            return new CircleShape(0, 0, 0);
        }

        int order = HealpixNested.MaxOrder;
        while (order > 0 && CellCount(ranges, order) > MostCells)
        {
            order--;
        }

        (UnitVector centre, double radius) = EnclosingCircle.Of(Centres(ranges, order).ToArray());
        double radiusDegrees = (radius + CellRadius.Of(order)) * (180 / Math.PI) + 1e-11;
        return new CircleShape(centre.LonDegrees, centre.LatDegrees, Math.Min(180, radiusDegrees));
    }

    private static long CellCount(CellRanges ranges, int order) =>
        ranges.All.Sum(range => Last(range, order) - First(range, order) + 1);

    private static IEnumerable<UnitVector> Centres(CellRanges ranges, int order)
    {
        foreach (IndexRange range in ranges.All)
        {
            for (long cell = First(range, order); cell <= Last(range, order); cell++)
            {
                yield return CellTree.Centre(order, cell);
            }
        }
    }

    private static long First(IndexRange range, int order) => range.First >> (2 * (HealpixNested.MaxOrder - order));

    private static long Last(IndexRange range, int order) => range.Last >> (2 * (HealpixNested.MaxOrder - order));
}
