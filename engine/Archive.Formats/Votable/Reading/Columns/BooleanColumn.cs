using Archive.DuckDb.Vectors;

namespace Archive.Formats.Votable.Reading.Columns;

/// <summary>A boolean a row, as a letter.</summary>
internal sealed class BooleanColumn : CellColumn
{
    private readonly byte[] values = new byte[DataChunk.Capacity];

    public override void Add(int row, ReadOnlySpan<char> text) => Keep(row, CellBoolean.Parse(text.Trim()));

    public override void Add(int row, BinaryCells cells, CellNull nullness)
    {
        var letter = cells.Take(1)[0];
        Keep(row, nullness == CellNull.Null ? null : CellBoolean.Read(letter));
    }

    protected override void Write(VectorWriter vector, int rows) => values.AsSpan(0, rows).CopyTo(vector.Values<byte>());

    private void Keep(int row, byte? value)
    {
        values[row] = value.GetValueOrDefault();
        if (value is null) SetNull(row);
    }
}
