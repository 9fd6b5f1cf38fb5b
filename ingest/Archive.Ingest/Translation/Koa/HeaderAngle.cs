using System.Globalization;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Translation.Koa;

/// <summary>
/// Reads angles as headers hold them: sexagesimal text with colons or blanks (<c>-15:53:48.4</c>), or decimal degrees as a number or
/// a text.
/// </summary>
internal static class HeaderAngle
{
    /// <summary>A right ascension in degrees: sexagesimal text counts hours, a decimal number degrees. 0 to 360.</summary>
    public static bool TryReadRightAscension(HeaderValue value, out double degrees) =>
        (value.TryGetDouble(out degrees) || TryReadHours(value.Text, out degrees)) && degrees is >= 0 and <= 360;

    /// <summary>A declination in degrees, -90 to 90.</summary>
    public static bool TryReadDeclination(HeaderValue value, out double degrees) =>
        (value.TryGetDouble(out degrees) || TryReadSexagesimal(value.Text, out degrees)) && degrees is >= -90 and <= 90;

    /// <summary>Sexagesimal hours in degrees.</summary>
    public static bool TryReadHours(ReadOnlySpan<char> text, out double degrees)
    {
        var isRead = TryReadSexagesimal(text, out var hours);
        degrees = 15 * hours;
        return isRead;
    }

    /// <summary>
    /// Three fields, the last with a fraction or without, a sign before the first: <c>-00:53:00.1</c> is negative. Minutes and seconds are below 60.
    /// </summary>
    private static bool TryReadSexagesimal(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        text = text.Trim();
        var isNegative = !text.IsEmpty && text[0] == '-';
        if (!text.IsEmpty && text[0] is '+' or '-') text = text[1..];
        Span<Range> fields = stackalloc Range[4];
        var count = text.Contains(':') ? text.Split(fields, ':') : text.Split(fields, ' ', StringSplitOptions.RemoveEmptyEntries);
        if (count != 3) return false;
        if (!TryReadWhole(text[fields[0]], 360, out var whole) || !TryReadWhole(text[fields[1]], 60, out var minutes)
            || !double.TryParse(text[fields[2]], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds >= 60) return false;
        value = whole + (minutes / 60.0) + (seconds / 3600);
        if (isNegative) value = -value;
        return true;
    }

    private static bool TryReadWhole(ReadOnlySpan<char> text, int limit, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value < limit;
}
