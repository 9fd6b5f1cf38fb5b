using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Votable;

/// <summary>Arrays of bits, eight a byte, the first the highest; what is left of the last byte is 0, and so is a null (VOTable 1.4, section 6).</summary>
internal sealed class BinaryBitListEncoder(ListShape shape) : ColumnEncoder
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var elements = values.ListElements();
        var items = elements.Values<byte>();
        for (var row = 0; row < count; row++)
        {
            var run = shape.Begin(values, start + row, cells);
            var width = (run.Length + 7) / 8;
            var bytes = cells.Reserve(width)[..width];
            bytes.Clear();
            for (var index = 0; index < run.Length && !run.IsNull; index++)
            {
                if (!elements.IsNull(run.Offset + index) && items[run.Offset + index] != 0) bytes[index / 8] |= (byte)(0x80 >> (index % 8));
            }

            cells.Length += width;
            cells.Ends[row] = cells.Length;
        }
    }
}
