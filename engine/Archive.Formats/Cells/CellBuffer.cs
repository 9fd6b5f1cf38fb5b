namespace Archive.Formats.Cells;

/// <summary>
/// The encoded cells of one column for a slice of rows, one after the other. A column's encoder fills it, a
/// <see cref="RowWeaver"/> takes its cells row by row.
/// </summary>
internal sealed class CellBuffer : ByteBuffer
{
    /// <summary>Where the cell of each row ends.</summary>
    public int[] Ends { get; } = new int[CellSlice.MaximumRows];

    /// <summary>The cell of a row.</summary>
    public ReadOnlySpan<byte> Cell(int row)
    {
        var start = StartOf(row);
        return Room.Slice(start, Ends[row] - start);
    }

    /// <summary>Bytes in the cells from one row up to, not including, another.</summary>
    public int LengthOf(int from, int to) => Ends[to - 1] - StartOf(from);

    private int StartOf(int row) => row == 0 ? 0 : Ends[row - 1];
}
