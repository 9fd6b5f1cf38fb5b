using System.Globalization;

namespace Archive.Formats.Values;

/// <summary>
/// A 64-bit number as the shortest decimal that reads back as the same; <c>NaN</c>, <c>+Inf</c>, <c>-Inf</c> as VOTable has them.
/// </summary>
internal readonly struct DoubleText : IValueText<double>
{
    /// <summary>A sign, 17 digits with their point, and an exponent of a sign and three digits.</summary>
    public static int MaximumLength => 24;

    public static int Write(double value, Span<byte> destination)
    {
        if (!double.IsFinite(value)) return WriteNonFinite(value, destination);
        value.TryFormat(destination, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }

    private static int WriteNonFinite(double value, Span<byte> destination)
    {
        var literal = double.IsNaN(value) ? "NaN"u8 : value > 0 ? "+Inf"u8 : "-Inf"u8;
        literal.CopyTo(destination);
        return literal.Length;
    }
}
