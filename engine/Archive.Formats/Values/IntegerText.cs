using System.Globalization;

namespace Archive.Formats.Values;

/// <summary>An integer in decimal.</summary>
internal readonly struct IntegerText<T> : IValueText<T>
    where T : unmanaged, IUtf8SpanFormattable
{
    /// <summary>The sign and the 39 digits of the smallest 128-bit integer.</summary>
    public static int MaximumLength => 40;

    public static int Write(T value, Span<byte> destination)
    {
        value.TryFormat(destination, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }
}
