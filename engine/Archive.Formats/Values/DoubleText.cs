using System.Globalization;

namespace Archive.Formats.Values;

/// <summary>
/// A 64-bit number as the shortest decimal that reads back as the same; <c>NaN</c>, <c>+Inf</c>, <c>-Inf</c> as VOTable has them.
/// </summary>
internal readonly struct DoubleText : IValueText<double>
{
    /// <summary>A sign, 17 digits with their point, and an exponent of a sign and three digits.</summary>
    public static int MaximumLength => 24;

    private const int FractionDigits = 9;
    private const uint Scale = 1_000_000_000;
    private const ulong MaximumScaled = 1_000_000_000_000_000;

    public static int Write(double value, Span<byte> destination)
    {
        if (TryWriteShort(value, destination, out var length)) return length;
        if (!double.IsFinite(value)) return WriteNonFinite(value, destination);
        value.TryFormat(destination, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>
    /// Writes a number that is an integer divided by <see cref="Scale"/>, with an integer of at most 15 digits: positions, times and
    /// most of what an instrument measures.
    /// </summary>
    /// <remarks>
    /// The decimal integer/<see cref="Scale"/> reads back as the number if dividing the two gives the number, since both are exact and
    /// the division rounds as reading does. No two decimals of at most 15 digits read as the same number (DBL_DIG is 15), so no
    /// decimal with fewer digits does: without its trailing zeros this one is the shortest.
    /// </remarks>
    private static bool TryWriteShort(double value, Span<byte> destination, out int length)
    {
        length = 0;
        var magnitude = Math.Abs(value);

        // Smaller numbers are written with an exponent, and NaN passes neither test.
        if (!(magnitude >= 1e-4 && magnitude < MaximumScaled / Scale)) return false;
        var scaled = (ulong)((magnitude * Scale) + 0.5);
        if (scaled >= MaximumScaled || scaled / (double)Scale != magnitude) return false;

        if (value < 0) destination[length++] = (byte)'-';
        var whole = (uint)(scaled / Scale);
        var fraction = (uint)(scaled - (whole * (ulong)Scale));
        whole.TryFormat(destination[length..], out var written, default, CultureInfo.InvariantCulture);
        length += written;
        if (fraction == 0) return true;

        destination[length] = (byte)'.';
        var digits = destination.Slice(length + 1, FractionDigits);
        Digits.WriteTwo(fraction / 10_000_000, digits);
        Digits.WriteTwo(fraction / 100_000 % 100, digits[2..]);
        Digits.WriteTwo(fraction / 1000 % 100, digits[4..]);
        Digits.WriteTwo(fraction / 10 % 100, digits[6..]);
        digits[8] = (byte)('0' + (fraction % 10));
        length += digits.LastIndexOfAnyExcept((byte)'0') + 2;
        return true;
    }

    private static int WriteNonFinite(double value, Span<byte> destination)
    {
        var literal = double.IsNaN(value) ? "NaN"u8 : value > 0 ? "+Inf"u8 : "-Inf"u8;
        literal.CopyTo(destination);
        return literal.Length;
    }
}
