using System.Globalization;
using System.Runtime.CompilerServices;

namespace Archive.Formats.Values;

/// <summary>An integer in decimal.</summary>
internal readonly struct IntegerText<T> : IValueText<T>
    where T : unmanaged, IUtf8SpanFormattable
{
    /// <summary>A sign and the digits of the largest integer of so many bytes.</summary>
    public static int MaximumLength => Unsafe.SizeOf<T>() switch
    {
        1 => 4,
        2 => 6,
        4 => 11,
        8 => 20,
        _ => 40,
    };

    public static int Write(T value, Span<byte> destination)
    {
        value.TryFormat(destination, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }
}
