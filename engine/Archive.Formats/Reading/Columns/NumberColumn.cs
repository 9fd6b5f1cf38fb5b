using System.Numerics;
using System.Runtime.CompilerServices;
using Archive.DuckDb.Vectors;
using Archive.Formats.Values;

namespace Archive.Formats.Reading.Columns;

/// <summary>One number a row. NaN is how VOTable tells a missing number where it has no other way, so it is null.</summary>
internal sealed class NumberColumn<T>(string? nullText) : CellColumn(FieldShape.Scalar)
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private readonly T[] values = new T[DataChunk.Capacity];
    private readonly NullNumber<T> nullNumber = new(nullText);

    public override void Add(int row, ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.IsEmpty || nullNumber.Is(trimmed)) SetNull(row);
        else Keep(row, CellNumber.Parse<T>(trimmed));
    }

    public override long BytesOf(int count) => (long)count * Unsafe.SizeOf<T>();

    public override void Add(int row, ReadOnlySpan<byte> elements, int count, CellNull nullness)
    {
        if (nullness == CellNull.Null) SetNull(row);
        else Keep(row, BigEndian.Read<T>(elements));
    }

    protected override void Write(VectorWriter vector, int rows) => values.AsSpan(0, rows).CopyTo(vector.Values<T>());

    private void Keep(int row, T value)
    {
        if (T.IsNaN(value) || nullNumber.Is(value)) SetNull(row);
        else values[row] = value;
    }
}
