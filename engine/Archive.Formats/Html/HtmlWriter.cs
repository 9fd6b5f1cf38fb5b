using System.Buffers;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Html;

/// <summary>A page with the result as its table, for people. A null is an empty cell.</summary>
internal sealed class HtmlWriter(IBufferWriter<byte> output) : ResultWriter(output)
{
    private static readonly RowFrame Frame = new("<tr><td>"u8, "</td><td>"u8, "</td></tr>\n"u8);
    private static readonly TextFamily<HtmlText, BooleanWord> Cells = new(HtmlText.Instance, "");

    private RowStream? rows;

    protected override void WriteHeader(ResultDescription description)
    {
        rows = new RowStream(new CellSlice(Cells.EncodersOf(description)), Frame);
        Output.Write(HtmlPage.Header(description));
    }

    protected override void WriteRows(DataChunk chunk, int rowCount) => rows!.Write(chunk, rowCount, Output);

    protected override bool WriteEnding(ResultEnding ending)
    {
        Output.Write(HtmlPage.Trailer(ending, RowCount));
        return true;
    }
}
