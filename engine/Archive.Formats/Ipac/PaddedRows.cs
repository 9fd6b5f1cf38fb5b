using System.Buffers;
using System.Collections.Immutable;
using Archive.Formats.Cells;

namespace Archive.Formats.Ipac;

/// <summary>Puts cells into lines of one length: each at its column's place, filled up with blanks, a blank where the header has a bar.</summary>
internal sealed class PaddedRows(ImmutableArray<IpacColumn> columns)
{
    private readonly int rowLength = checked(columns.Sum(column => column.Width + 1) + 2);

    public void Write(CellSlice slice, IBufferWriter<byte> output)
    {
        for (var row = 0; row < slice.RowCount; row++)
        {
            var line = output.GetSpan(rowLength)[..rowLength];
            line.Fill((byte)' ');
            var position = 1;
            for (var index = 0; index < columns.Length; index++)
            {
                var column = columns[index];
                var cell = slice.Cells[index].Cell(row);
                cell.CopyTo(line.Slice(column.IsRightAligned ? position + column.Width - cell.Length : position, cell.Length));
                position += column.Width + 1;
            }

            line[^1] = (byte)'\n';
            output.Advance(rowLength);
        }
    }
}
