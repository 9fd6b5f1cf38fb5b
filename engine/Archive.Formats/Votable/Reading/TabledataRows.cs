using System.Globalization;
using Archive.Formats.Reading;

namespace Archive.Formats.Votable.Reading;

/// <summary>Rows as elements TR, cells as elements TD (VOTable 1.4, section 5.1). Cells that are missing at a row's end are null.</summary>
internal static class TabledataRows
{
    /// <summary>Reads what is in the element that the reader is on.</summary>
    public static void Read(VotableXml xml, RowSink sink)
    {
        if (xml.Reader.IsEmptyElement) return;
        for (var depth = xml.Reader.Depth; xml.ToChild(depth);)
        {
            if (xml.Is("TR")) ReadRow(xml, sink);
            else xml.Skip();
        }
    }

    private static void ReadRow(VotableXml xml, RowSink sink)
    {
        var column = 0;
        if (!xml.Reader.IsEmptyElement)
        {
            for (var depth = xml.Reader.Depth; xml.ToChild(depth);)
            {
                if (!xml.Is("TD")) throw new TableReadException($"{xml.Place}: a row holds an element {xml.Name} where only TD may be.");
                if (column == sink.ColumnCount)
                    throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"Row {sink.RowNumber} has more cells than the table's {sink.ColumnCount} columns."));
                if (xml.Attribute("encoding") is not (null or "none"))
                    throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"Row {sink.RowNumber} has a TD with an encoding, which isn't read. Write its value as text."));
                sink.Add(column++, xml.Text());
            }
        }

        while (column < sink.ColumnCount) sink.Add(column++, "");
        sink.EndRow();
    }
}
