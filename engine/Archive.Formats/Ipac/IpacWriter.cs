using System.Buffers;
using System.Collections.Immutable;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Ipac;

/// <summary>
/// An IPAC ASCII table. Its header fixes the width of each column, and no value may be wider. Numbers and times have a known width; a
/// text's is known when all rows were seen, whatever bound the catalogue names, so a result with text is spooled to a file while it
/// comes and written by <see cref="ResultWriter.End"/>.
/// </summary>
internal sealed class IpacWriter(IBufferWriter<byte> output) : ResultWriter(output)
{
    private const int SlicesPerPart = 8;

    private static readonly TextFamily<AsciiText, BooleanLetter> Values = new(AsciiText.Instance, IpacColumn.NullText);

    private ImmutableArray<IpacColumn> columns;
    private CellSlice? slice;
    private CellSpool? spool;
    private PaddedRows? rows;

    protected override void WriteHeader(ResultDescription description)
    {
        var encoders = Values.EncodersOf(description);
        columns = [.. description.Columns.Zip(encoders, (column, encoder) => new IpacColumn(column, encoder))];
        slice = new CellSlice(encoders);
        if (columns.All(column => column.HasFixedWidth)) FixWidths(ending: null);
        else spool = new CellSpool();
    }

    protected override void WriteRows(DataChunk chunk, int rowCount)
    {
        for (var start = 0; start < rowCount; start += slice!.RowCount)
        {
            slice!.Fill(chunk, start, rowCount);
            if (spool is null) rows!.Write(slice, Output);
            else Spool();
        }
    }

    protected override bool WriteEnding(ResultEnding ending)
    {
        if (spool is null) return true;
        if (rows is null)
        {
            FixWidths(ending);
            spool.Rewind();
        }

        for (var part = 0; part < SlicesPerPart; part++)
        {
            if (!spool.TryRead(slice!)) return true;
            rows!.Write(slice!, Output);
        }

        return false;
    }

    protected override void Dispose(bool disposing)
    {
        spool?.Dispose();
        base.Dispose(disposing);
    }

    private void Spool()
    {
        for (var column = 0; column < columns.Length; column++) columns[column].Widen(slice!.Cells[column], slice.RowCount);
        spool!.Write(slice!);
    }

    private void FixWidths(ResultEnding? ending)
    {
        Output.Write(IpacHeader.Of(Description, columns, ending));
        rows = new PaddedRows(columns);
    }
}
