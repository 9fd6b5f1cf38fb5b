using System.Buffers;
using System.Collections.Immutable;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Text;

/// <summary>
/// Aligned columns for people, with a last line that says how many rows there are and whether that is all. A column is as wide as its widest value, so the rows
/// are spooled to a file while they come and written by <see cref="ResultWriter.End"/>.
/// </summary>
internal sealed class TextWriter(IBufferWriter<byte> output) : ResultWriter(output)
{
    private const int SlicesPerPart = 8;

    private static readonly TextFamily<LineText, BooleanWord> Values = new(LineText.Instance, "");

    private readonly CellSpool spool = new();
    private ImmutableArray<TextColumn> columns;
    private CellSlice? slice;
    private TextLines? lines;

    protected override void WriteHeader(ResultDescription description)
    {
        slice = new CellSlice(Values.EncodersOf(description));
        columns = [.. description.Columns.Select(column => new TextColumn(column))];
    }

    protected override void WriteRows(DataChunk chunk, int rowCount)
    {
        for (var start = 0; start < rowCount; start += slice!.RowCount)
        {
            slice!.Fill(chunk, start, rowCount);
            for (var column = 0; column < columns.Length; column++) columns[column].Widen(slice.Cells[column], slice.RowCount);
            spool.Write(slice);
        }
    }

    protected override bool WriteEnding(ResultEnding ending)
    {
        if (lines is null)
        {
            lines = new TextLines(columns, Output);
            lines.WriteHeader();
            spool.Rewind();
        }

        for (var part = 0; part < SlicesPerPart; part++)
        {
            if (!spool.TryRead(slice!))
            {
                Output.Write([(byte)'\n', .. LineText.Of(EndingSentence.Of(ending, RowCount)), (byte)'\n']);
                return true;
            }

            lines.WriteRows(slice!);
        }

        return false;
    }

    protected override void Dispose(bool disposing)
    {
        spool.Dispose();
        base.Dispose(disposing);
    }
}
