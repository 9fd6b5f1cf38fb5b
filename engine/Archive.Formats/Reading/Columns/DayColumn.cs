using Archive.DuckDb.Vectors;

namespace Archive.Formats.Reading.Columns;

/// <summary>A day a row, kept as days since 1970-01-01.</summary>
internal sealed class DayColumn(TableField field) : TextualColumn(field)
{
    private readonly int[] values = new int[DataChunk.Capacity];

    protected override void Keep(int row, ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.IsEmpty) SetNull(row);
        else values[row] = CellInstant.TryParseDay(trimmed, out var day) ? day : throw CellException.NotA("a day (YYYY-MM-DD)", trimmed);
    }

    protected override void Write(VectorWriter vector, int rows) => values.AsSpan(0, rows).CopyTo(vector.Values<int>());
}
