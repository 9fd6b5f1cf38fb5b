using System.Globalization;
using System.Text;
using Archive.Sky.Healpix;

namespace Archive.Sky.Moc;

/// <summary>A MOC as text: the ASCII form of MOC 2.0, section 4.3.2, read and written, and the JSON form read.</summary>
internal static class MocText
{
    /// <summary>The longest text taken, in characters.</summary>
    public const int MaxLength = 4_000_000;

    /// <exception cref="ShapeTextException">The text is no MOC.</exception>
    public static MocShape Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new ShapeTextException(
                FormattableString.Invariant($"A MOC may be {MaxLength} characters long; this one is {text.Length}."),
                MaxLength, 0, "Make it coarser.");
        }

        (List<IndexRange> ranges, int order) =
            text.AsSpan().TrimStart().StartsWith("{") ? MocJsonReader.Read(text) : new MocAsciiReader(text).Read();
        try
        {
            return new MocShape(ranges, order);
        }
        catch (ArgumentException e)
        {
            throw new ShapeTextException(e.Message, 0, text.Length, "Make it coarser.");
        }
    }

    /// <summary>The range at order 29 of cells of an order.</summary>
    /// <exception cref="ShapeTextException">There are no such cells.</exception>
    public static IndexRange RangeOf(int order, long first, long last, int position, int length)
    {
        if (first < 0 || last < first || last >= HealpixNested.CellCount(order))
        {
            throw new ShapeTextException(
                FormattableString.Invariant($"{first}-{last} is no range of cells of order {order}."), position, length,
                FormattableString.Invariant($"Cells of order {order} go from 0 to {HealpixNested.CellCount(order) - 1}."));
        }

        return new IndexRange(CellTree.RangeOf(order, first).First, CellTree.RangeOf(order, last).Last);
    }

    public static string Write(MocShape moc)
    {
        var cellsOfOrder = new List<(long First, long Last)>[HealpixNested.MaxOrder + 1];
        foreach (IndexRange range in moc.Ranges)
        {
            Split(range, cellsOfOrder);
        }

        var text = new StringBuilder();
        for (int order = 0; order < cellsOfOrder.Length; order++)
        {
            if (cellsOfOrder[order] is { } cells)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : " ")}{order}/");
                text.AppendJoin(',', cells.Select(run => run.First == run.Last
                    ? run.First.ToString(CultureInfo.InvariantCulture)
                    : string.Create(CultureInfo.InvariantCulture, $"{run.First}-{run.Last}")));
            }
        }

        // The order of the map is that of the last in the list, which may have no cells.
        return cellsOfOrder[moc.Order] is null
            ? text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : " ")}{moc.Order}/").ToString()
            : text.ToString();
    }

    /// <summary>Takes a range apart into the coarsest cells that it is made of.</summary>
    private static void Split(IndexRange range, List<(long First, long Last)>[] cellsOfOrder)
    {
        for (long first = range.First; first <= range.Last;)
        {
            int shift = 2 * HealpixNested.MaxOrder;
            while ((first & ((1L << shift) - 1)) != 0 || first + (1L << shift) - 1 > range.Last)
            {
                shift -= 2;
            }

            List<(long First, long Last)> cells = cellsOfOrder[HealpixNested.MaxOrder - shift / 2] ??= [];
            long cell = first >> shift;
            if (cells.Count > 0 && cells[^1].Last == cell - 1)
            {
                cells[^1] = (cells[^1].First, cell);
            }
            else
            {
                cells.Add((cell, cell));
            }

            first += 1L << shift;
        }
    }
}
