using System.Globalization;

namespace Archive.Adql.Resolution.Times;

/// <summary>
/// Reads a time as DALI 1.1, section 3.3.3 writes it: <c>YYYY-MM-DD</c>, then perhaps <c>T</c> or a blank and <c>hh:mm:ss</c>, perhaps with a fraction, and
/// perhaps <c>Z</c>. Always UTC.
/// </summary>
internal static class TimestampText
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>False if the text is anything else. Digits of the fraction beyond the microsecond are dropped, as the store has none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime value)
    {
        text = text.Trim(' ');
        if (text.Length > 10 && text[^1] == 'Z') text = text[..^1];
        long fraction = 0;
        if (text.Length > 19)
        {
            var digits = text[20..];
            if (text[19] != '.' || digits.Length is 0 or > 18 || digits.ContainsAnyExceptInRange('0', '9'))
            {
                value = default;
                return false;
            }

            for (var i = 0; i < 6; i++) fraction = (fraction * 10) + (i < digits.Length ? digits[i] - '0' : 0);
            text = text[..19];
        }

        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)) return false;
        value = value.AddTicks(fraction * TimeSpan.TicksPerMicrosecond);
        return true;
    }
}
