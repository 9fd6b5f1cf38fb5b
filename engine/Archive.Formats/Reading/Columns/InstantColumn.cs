using Archive.DuckDb.Vectors;

namespace Archive.Formats.Reading.Columns;

/// <summary>An instant a row, kept as microseconds since 1970-01-01 UTC.</summary>
internal sealed class InstantColumn(TableField field) : TextualColumn(field)
{
    private readonly long[] values = new long[DataChunk.Capacity];

    protected override void Keep(int row, ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.IsEmpty) SetNull(row);
        else values[row] = CellInstant.TryParse(trimmed, out var instant) ? instant : throw CellException.NotA("a timestamp (YYYY-MM-DDThh:mm:ss.sss)", trimmed);
    }

    protected override void Write(VectorWriter vector, int rows) => values.AsSpan(0, rows).CopyTo(vector.Values<long>());
}
