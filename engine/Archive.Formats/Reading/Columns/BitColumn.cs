using Archive.DuckDb.Vectors;

namespace Archive.Formats.Reading.Columns;

/// <summary>A bit a row. In binary it is the highest of a byte; writers that set another one mean the same.</summary>
internal sealed class BitColumn() : CellColumn(FieldShape.Scalar)
{
    private readonly byte[] values = new byte[DataChunk.Capacity];

    public override void Add(int row, ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.IsEmpty) SetNull(row);
        else values[row] = trimmed is "1" ? (byte)1 : trimmed is "0" ? (byte)0 : throw CellException.NotA("a bit (0 or 1)", trimmed);
    }

    public override long BytesOf(int count) => count;

    public override void Add(int row, ReadOnlySpan<byte> elements, int count, CellNull nullness)
    {
        values[row] = elements[0] == 0 ? (byte)0 : (byte)1;
        if (nullness == CellNull.Null) SetNull(row);
    }

    protected override void Write(VectorWriter vector, int rows) => values.AsSpan(0, rows).CopyTo(vector.Values<byte>());
}
