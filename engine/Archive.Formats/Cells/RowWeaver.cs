using System.Buffers;

namespace Archive.Formats.Cells;

/// <summary>Puts cells that were encoded column by column into rows.</summary>
internal sealed class RowWeaver(RowFrame frame)
{
    private const int LargestRequest = 256 * 1024;

    /// <summary>Writes the first <paramref name="rowCount"/> rows of the columns' cells.</summary>
    public void Weave(ReadOnlySpan<CellBuffer> columns, int rowCount, IBufferWriter<byte> output) => Weave(columns, 0, rowCount, output);

    private void Weave(ReadOnlySpan<CellBuffer> columns, int from, int to, IBufferWriter<byte> output)
    {
        if (from == to) return;
        var length = (long)(to - from) * frame.LengthOf(columns.Length);
        foreach (var column in columns) length += column.LengthOf(from, to);
        if (length > LargestRequest && to - from > 1)
        {
            var middle = (from + to) / 2;
            Weave(columns, from, middle, output);
            Weave(columns, middle, to, output);
            return;
        }

        var destination = output.GetSpan(checked((int)length));
        var position = 0;
        for (var row = from; row < to; row++)
        {
            position += Copy(frame.Prefix, destination[position..]);
            for (var column = 0; column < columns.Length; column++)
            {
                if (column > 0) position += Copy(frame.SeparatorBefore(column), destination[position..]);
                position += Copy(columns[column].Cell(row), destination[position..]);
            }

            position += Copy(frame.Suffix, destination[position..]);
        }

        output.Advance(position);
    }

    private static int Copy(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        source.CopyTo(destination);
        return source.Length;
    }
}
