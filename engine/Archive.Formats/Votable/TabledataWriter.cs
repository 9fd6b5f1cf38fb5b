using System.Buffers;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>
/// A VOTable with its rows as TR and TD elements. A null is an empty TD, and so is an empty text: TABLEDATA can't tell them apart. An array of
/// a fixed count, such as a point, must have that many elements, so a null one is NaN in each.
/// </summary>
internal sealed class TabledataWriter(IBufferWriter<byte> output, VotableVersion version) : ResultWriter(output)
{
    private static readonly RowFrame Frame = new("<TR><TD>"u8, "</TD><TD>"u8, "</TD></TR>\n"u8);
    private static readonly TextFamily<XmlText, BooleanLetter> Cells = new(XmlText.Content, "", nullsAreFilled: true);

    private RowStream? rows;

    protected override void WriteHeader(ResultDescription description)
    {
        rows = new RowStream(new CellSlice(Cells.EncodersOf(description)), Frame);
        Output.Write(new XmlBuffer().AppendHeader(description, Serialization.Tabledata, version).Markup("<TABLEDATA>\n"u8).Written);
    }

    protected override void WriteRows(DataChunk chunk, int rowCount) => rows!.Write(chunk, rowCount, Output);

    protected override bool WriteEnding(ResultEnding ending)
    {
        Output.Write(new XmlBuffer().Markup("</TABLEDATA>\n"u8).AppendTrailer(ending, Description).Written);
        return true;
    }
}
