namespace Archive.Formats.Cells;

/// <summary>The bytes before a row's first cell, between its cells and after the last.</summary>
internal sealed class RowFrame(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> separator, ReadOnlySpan<byte> suffix)
{
    private readonly byte[] prefix = prefix.ToArray();
    private readonly byte[] separator = separator.ToArray();
    private readonly byte[] suffix = suffix.ToArray();

    public ReadOnlySpan<byte> Prefix => prefix;

    public ReadOnlySpan<byte> Separator => separator;

    public ReadOnlySpan<byte> Suffix => suffix;

    /// <summary>Bytes that the frame adds to a row of so many cells.</summary>
    public int LengthOf(int cells) => prefix.Length + (separator.Length * (cells - 1)) + suffix.Length;
}
