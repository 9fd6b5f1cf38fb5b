using Archive.DuckDb.Vectors;

namespace Archive.Formats.Reading.Columns;

/// <summary>A boolean a row, as a letter.</summary>
internal sealed class BooleanColumn() : CellColumn(FieldShape.Scalar)
{
    private readonly byte[] values = new byte[DataChunk.Capacity];

    public override void Add(int row, ReadOnlySpan<char> text) => Keep(row, CellBoolean.Parse(text.Trim()));

    public override long BytesOf(int count) => count;

    public override void Add(int row, ReadOnlySpan<byte> elements, int count, CellNull nullness) => Keep(row, nullness == CellNull.Null ? null : CellBoolean.Read(elements[0]));

    protected override void Write(VectorWriter vector, int rows) => values.AsSpan(0, rows).CopyTo(vector.Values<byte>());

    private void Keep(int row, byte? value)
    {
        values[row] = value.GetValueOrDefault();
        if (value is null) SetNull(row);
    }
}
