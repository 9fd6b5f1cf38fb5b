namespace Archive.Formats.Values;

/// <summary>A boolean as <c>T</c> or <c>F</c>: the shortest of the literals of VOTable 1.4, section 6.</summary>
internal readonly struct BooleanLetter : IValueText<byte>
{
    public static int MaximumLength => 1;

    public static int Write(byte value, Span<byte> destination)
    {
        destination[0] = value == 0 ? (byte)'F' : (byte)'T';
        return 1;
    }
}

/// <summary>A boolean as <c>true</c> or <c>false</c>, which readers of delimited text know without being told the column's type.</summary>
internal readonly struct BooleanWord : IValueText<byte>
{
    public static int MaximumLength => 5;

    public static int Write(byte value, Span<byte> destination)
    {
        var word = value == 0 ? "false"u8 : "true"u8;
        word.CopyTo(destination);
        return word.Length;
    }
}
