using System.Text;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Reading.Columns;

/// <summary>A text a row.</summary>
internal sealed class TextColumn(TableField field) : TextualColumn(field)
{
    private readonly ByteBuffer bytes = new();
    private readonly int[] ends = new int[DataChunk.Capacity];

    protected override void Keep(int row, ReadOnlySpan<char> text)
    {
        bytes.Length += Encoding.UTF8.GetBytes(text, bytes.Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));
        ends[row] = bytes.Length;
    }

    protected override void KeepNull(int row)
    {
        SetNull(row);
        ends[row] = bytes.Length;
    }

    protected override void Write(VectorWriter vector, int rows)
    {
        var start = 0;
        for (var row = 0; row < rows; row++)
        {
            if (!IsNull(row)) vector.SetBytes(row, bytes.Written[start..ends[row]]);
            start = ends[row];
        }

        bytes.Clear();
    }
}
