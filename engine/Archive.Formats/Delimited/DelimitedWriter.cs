using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Streams;
using Archive.Formats.Values;
using CsvHelper;

namespace Archive.Formats.Delimited;

/// <summary>
/// Rows of fields parted by one character, the first row holding the columns' names; CsvHelper sets separators and quotes. There is no
/// place for anything else: how the result ended has to be told in another way.
/// </summary>
internal sealed class DelimitedWriter : ResultWriter
{
    private readonly OutputStream stream;
    private readonly CsvWriter fields;
    private readonly TextRule textRule;
    private readonly Func<ResultDescription, ImmutableArray<ColumnEncoder>> chooseEncoders;
    private CellSlice? slice;

    public DelimitedWriter(IBufferWriter<byte> output, CsvWriterOptions options, TextRule textRule, Func<ResultDescription, ImmutableArray<ColumnEncoder>> chooseEncoders)
        : base(output)
    {
        this.textRule = textRule;
        this.chooseEncoders = chooseEncoders;
        stream = new OutputStream(output);
        fields = CsvWriter.Create(stream, options, leaveOpen: false);
    }

    protected override void WriteHeader(ResultDescription description)
    {
        slice = new CellSlice(chooseEncoders(description));
        var name = new ByteBuffer();
        foreach (var column in description.Columns)
        {
            name.Clear();
            textRule.Append(Encoding.UTF8.GetBytes(column.Name), name);
            WriteField(name.Written);
        }

        fields.EndRecord();
        fields.Flush();
    }

    protected override void WriteRows(DataChunk chunk, int rowCount)
    {
        for (var start = 0; start < rowCount; start += slice!.RowCount)
        {
            slice!.Fill(chunk, start, rowCount);
            for (var row = 0; row < slice.RowCount; row++)
            {
                foreach (var cells in slice.Cells) WriteField(cells.Cell(row));
                fields.EndRecord();
            }
        }

        fields.Flush();
    }

    protected override bool WriteEnding(ResultEnding ending) => true;

    protected override void Dispose(bool disposing)
    {
        // A writer that is given up in the middle of a row must not end it: the output may be gone by now.
        stream.Detach();
        fields.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>
    /// Writes a field, in quotes also where RFC 4180 doesn't ask for them but readers need them: an empty text, which else were a
    /// null, and one that begins or ends with white space, which many readers trim.
    /// </summary>
    private void WriteField(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty || (field[0] is > (byte)' ' and not CsvText.EmptyText && field[^1] > ' ')) fields.WriteField(field);
        else fields.WriteField(field[0] == CsvText.EmptyText ? "" : Encoding.UTF8.GetString(field), CsvQuoting.Always);
    }
}
