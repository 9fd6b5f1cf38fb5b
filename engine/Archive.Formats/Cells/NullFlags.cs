using Archive.DuckDb.Vectors;

namespace Archive.Formats.Cells;

/// <summary>
/// The bytes that begin a row of VOTable's BINARY2 (VOTable 1.4, section 5.4): a bit a column, the first column's the highest of the
/// first byte, 1 for a null.
/// </summary>
internal sealed class NullFlags(int columnCount)
{
    private readonly int width = (columnCount + 7) / 8;

    /// <summary>Appends the flags of <paramref name="count"/> rows from row <paramref name="start"/> on.</summary>
    public void Encode(DataChunk chunk, int start, int count, CellBuffer cells)
    {
        var flags = cells.Reserve(count * width)[..(count * width)];
        flags.Clear();
        for (var column = 0; column < columnCount; column++)
        {
            var values = chunk.Column(column);
            if (!values.MayHaveNulls) continue;
            var bit = (byte)(0x80 >> (column % 8));
            for (var row = 0; row < count; row++)
            {
                if (values.IsNull(start + row)) flags[(row * width) + (column / 8)] |= bit;
            }
        }

        for (var row = 0; row < count; row++) cells.Ends[row] = (row + 1) * width;
        cells.Length = count * width;
    }
}
