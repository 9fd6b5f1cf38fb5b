namespace Archive.Formats.Cells;

/// <summary>The bytes before a row's first cell, between its cells and after the last.</summary>
/// <param name="prefix">Before the first cell.</param>
/// <param name="separators">Before each of the other cells; one for all of them where they are the same.</param>
/// <param name="suffix">After the last cell.</param>
internal sealed class RowFrame(byte[] prefix, byte[][] separators, byte[] suffix)
{
    private readonly byte[]? only = separators.Length == 1 ? separators[0] : null;

    /// <summary>A frame with the same bytes between all cells.</summary>
    public RowFrame(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> separator, ReadOnlySpan<byte> suffix)
        : this(prefix.ToArray(), [separator.ToArray()], suffix.ToArray())
    {
    }

    public ReadOnlySpan<byte> Prefix => prefix;

    public ReadOnlySpan<byte> Suffix => suffix;

    /// <summary>What stands before a cell that isn't the first.</summary>
    public ReadOnlySpan<byte> SeparatorBefore(int cell) => only ?? separators[cell - 1];

    /// <summary>Bytes that the frame adds to a row of so many cells.</summary>
    public int LengthOf(int cells) => prefix.Length + (only is null ? separators.Sum(separator => separator.Length) : only.Length * (cells - 1)) + suffix.Length;
}
