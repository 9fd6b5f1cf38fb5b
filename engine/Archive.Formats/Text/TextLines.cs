using System.Buffers;
using System.Collections.Immutable;
using Archive.Formats.Cells;

namespace Archive.Formats.Text;

/// <summary>Puts cells into lines, each at its column's place; no line ends in blanks.</summary>
internal sealed class TextLines(ImmutableArray<TextColumn> columns, IBufferWriter<byte> output)
{
    private const int Gap = 2;

    private readonly ByteBuffer line = new();

    /// <summary>The names, the units where there are any, and a rule below them.</summary>
    public void WriteHeader()
    {
        WriteLine(column => column.Name);
        if (columns.Any(column => column.Unit.Length > 0)) WriteLine(column => column.Unit);
        WriteLine(column => [.. Enumerable.Repeat((byte)'-', column.Width)]);
    }

    public void WriteRows(CellSlice slice)
    {
        for (var row = 0; row < slice.RowCount; row++)
        {
            for (var index = 0; index < columns.Length; index++) Place(index, slice.Cells[index].Cell(row));
            EndLine();
        }
    }

    private void WriteLine(Func<TextColumn, byte[]> text)
    {
        for (var index = 0; index < columns.Length; index++) Place(index, text(columns[index]));
        EndLine();
    }

    private void Place(int index, ReadOnlySpan<byte> cell)
    {
        var column = columns[index];
        var blanks = column.Width - LineText.Width(cell);
        if (index > 0) AppendBlanks(Gap);
        if (column.IsRightAligned) AppendBlanks(blanks);
        line.Append(cell);
        if (!column.IsRightAligned) AppendBlanks(blanks);
    }

    private void AppendBlanks(int count)
    {
        line.Reserve(count)[..count].Fill((byte)' ');
        line.Length += count;
    }

    private void EndLine()
    {
        line.Length = line.Written.LastIndexOfAnyExcept((byte)' ') + 1;
        line.Append((byte)'\n');
        output.Write(line.Written);
        line.Clear();
    }
}
