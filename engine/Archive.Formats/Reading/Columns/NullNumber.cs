using System.Numerics;

namespace Archive.Formats.Reading.Columns;

/// <summary>The number that a FIELD's VALUES declares to stand for null, if it does.</summary>
internal readonly struct NullNumber<T>
    where T : unmanaged, INumber<T>
{
    private readonly string? text;
    private readonly T? number;

    public NullNumber(string? declared)
    {
        text = declared?.Trim();
        if (text is not null && CellNumber.TryParse<T>(text, out var parsed)) number = parsed;
    }

    /// <summary>As it is declared, it need not even be a number of the column's type.</summary>
    public bool Is(ReadOnlySpan<char> cell) => text is not null && cell.SequenceEqual(text);

    public bool Is(T value) => number is { } declared && declared == value;
}
