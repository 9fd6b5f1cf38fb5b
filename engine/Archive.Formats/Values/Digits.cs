namespace Archive.Formats.Values;

/// <summary>Decimal digits of a known number.</summary>
internal static class Digits
{
    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"u8
        + "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    /// <summary>Writes two digits; <paramref name="value"/> is below 100.</summary>
    public static void WriteTwo(uint value, Span<byte> destination) => Pairs.Slice((int)value * 2, 2).CopyTo(destination);

    /// <summary>Writes four digits; <paramref name="value"/> is below 10,000.</summary>
    public static void WriteFour(uint value, Span<byte> destination)
    {
        var high = value / 100;
        WriteTwo(high, destination);
        WriteTwo(value - (high * 100), destination[2..]);
    }

    /// <summary>Writes six digits; <paramref name="value"/> is below 1,000,000.</summary>
    public static void WriteSix(uint value, Span<byte> destination)
    {
        var high = value / 10_000;
        WriteTwo(high, destination);
        WriteFour(value - (high * 10_000), destination[2..]);
    }
}
