using System.Globalization;

namespace Archive.Formats.Values;

/// <summary>A 32-bit number as the shortest decimal that reads back as the same; <c>NaN</c>, <c>+Inf</c>, <c>-Inf</c> as VOTable has them.</summary>
internal readonly struct FloatText : IValueText<float>
{
    /// <summary>A sign, 9 digits with their point, and an exponent of a sign and two digits.</summary>
    public static int MaximumLength => 15;

    public static int Write(float value, Span<byte> destination)
    {
        if (!float.IsFinite(value)) return DoubleText.Write(value, destination);
        value.TryFormat(destination, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }
}
