using System.Collections.Immutable;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Cells;

/// <summary>
/// A slice of rows as encoded cells, column by column. Slices are short enough that their cells stay in the processor's cache
/// between the encoder that writes them and the weaver that reads them.
/// </summary>
/// <param name="encoders">An encoder a column.</param>
/// <param name="nullFlags">Puts flags before the first column; null where the format has none.</param>
internal sealed class CellSlice(ImmutableArray<ColumnEncoder> encoders, NullFlags? nullFlags = null)
{
    public const int MaximumRows = 256;

    private readonly CellBuffer[] cells = [.. Enumerable.Range(0, encoders.Length + (nullFlags is null ? 0 : 1)).Select(_ => new CellBuffer())];

    /// <summary>The cells of each column, after those of the flags if there are any.</summary>
    public ReadOnlySpan<CellBuffer> Cells => cells;

    /// <summary>Rows in the slice.</summary>
    public int RowCount { get; private set; }

    /// <summary>Fills the slice with a chunk's rows from <paramref name="start"/> up to, not including, <paramref name="end"/>, as many as it can hold.</summary>
    public void Fill(DataChunk chunk, int start, int end)
    {
        Restore(Math.Min(end - start, MaximumRows));
        nullFlags?.Encode(chunk, start, RowCount, cells[0]);
        var columnCells = cells.AsSpan(cells.Length - encoders.Length);
        for (var column = 0; column < encoders.Length; column++)
            encoders[column].Encode(chunk.Column(column), start, RowCount, columnCells[column]);
    }

    /// <summary>Empties the cells for so many rows, which the caller fills.</summary>
    public void Restore(int rowCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)rowCount, (uint)MaximumRows, nameof(rowCount));
        RowCount = rowCount;
        foreach (var buffer in cells) buffer.Clear();
    }
}
