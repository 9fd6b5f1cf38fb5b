using Archive.Formats.Votable.Reading.Columns;

namespace Archive.Formats.Votable.Reading;

/// <summary>Rows as bytes in base64, which may be compressed; BINARY2 has before each row a bit a column that is 1 for a null (VOTable 1.4, sections 5.3 and 5.4).</summary>
internal static class BinaryRows
{
    /// <summary>Reads what is in the element that the reader is on.</summary>
    public static void Read(VotableXml xml, RowSink sink, bool hasNullFlags)
    {
        if (xml.Reader.IsEmptyElement) return;
        for (var depth = xml.Reader.Depth; xml.ToChild(depth);)
        {
            if (!xml.Is("STREAM"))
            {
                xml.Skip();
                continue;
            }

            ReadStream(xml, sink, hasNullFlags);
            return;
        }
    }

    private static void ReadStream(VotableXml xml, RowSink sink, bool hasNullFlags)
    {
        if (xml.Attribute("href") is not null) throw new VotableReadException("The VOTable's STREAM is in another file ('href'), which isn't fetched. Write its bytes into the VOTable, in base64.");
        var encoding = xml.Attribute("encoding") ?? "base64";
        // What is packed within the document would be bounded by nothing: only the document's own bytes are counted.
        if (encoding != "base64") throw new VotableReadException($"The VOTable's STREAM has the encoding '{encoding}', which isn't read. Use base64.");
        using var bytes = new Base64Content(xml.Reader);
        var cells = new BinaryCells(bytes);
        if (!hasNullFlags && Enumerable.Range(0, sink.ColumnCount).All(column => sink.ShapeOf(column).Count == 0))
            throw new VotableReadException("A row of the VOTable takes no byte in BINARY, so that rows can't be counted. Write it as TABLEDATA.");

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
            throw new VotableReadException(FormattableString.Invariant($"Row {sink.RowNumber}: {error.Message}"), error);
        }
    }
}
