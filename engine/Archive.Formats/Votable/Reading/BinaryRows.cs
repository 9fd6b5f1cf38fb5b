using Archive.Formats.Reading;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Votable.Reading;

/// <summary>Rows as bytes in base64; BINARY2 has before each row a bit a column that is 1 for a null (VOTable 1.4, sections 5.3 and 5.4).</summary>
internal static class BinaryRows
{
    /// <summary>Reads what is in the element that the reader is on.</summary>
    public static void Read(VotableXml xml, RowSink sink, bool hasNullFlags)
    {
        using var bytes = StreamElement.Open(xml);
        if (bytes is null) return;
        var cells = new BinaryCells(bytes);
        if (!hasNullFlags && Enumerable.Range(0, sink.ColumnCount).All(column => sink.ShapeOf(column).Count == 0))
            throw new TableReadException("A row of the VOTable takes no byte in BINARY, so that rows can't be counted. Write it as TABLEDATA.");

        var flags = new byte[hasNullFlags ? (sink.ColumnCount + 7) / 8 : 0];
        while (!cells.IsAtEnd)
        {
            if (hasNullFlags) ReadFlags(cells, flags, sink);
            for (var column = 0; column < sink.ColumnCount; column++)
                sink.Add(column, cells, !hasNullFlags ? CellNull.MayBeEmpty : (flags[column >> 3] & (0x80 >> (column & 7))) != 0 ? CellNull.Null : CellNull.Value);
            sink.EndRow();
        }
    }

    private static void ReadFlags(BinaryCells cells, byte[] flags, RowSink sink)
    {
        try
        {
            cells.Take(flags.Length).CopyTo(flags);
        }
        catch (CellException error)
        {
            throw new TableReadException(FormattableString.Invariant($"Row {sink.RowNumber}: {error.Message}"), error);
        }
    }
}
