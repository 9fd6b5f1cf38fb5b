using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Delimited;

/// <summary>
/// Rows of fields parted by one character, the first row holding the columns' names. There is no place for anything else: how the
/// result ended has to be told in another way.
/// </summary>
internal sealed class DelimitedWriter(IBufferWriter<byte> output, TextRule textRule, RowFrame frame, Func<ResultDescription, ImmutableArray<ColumnEncoder>> chooseEncoders)
    : ResultWriter(output)
{
    private RowStream? rows;

    protected override void WriteHeader(ResultDescription description)
    {
        rows = new RowStream(new CellSlice(chooseEncoders(description)), frame);
        var header = new ByteBuffer();
        foreach (var column in description.Columns)
        {
            if (header.Length > 0) header.Append(frame.Separator);
            textRule.Append(Encoding.UTF8.GetBytes(column.Name), header);
        }

        header.Append(frame.Suffix);
        Output.Write(header.Written);
    }

    protected override void WriteRows(DataChunk chunk) => rows!.Write(chunk, Output);

    protected override bool WriteEnding(ResultEnding ending) => true;
}
