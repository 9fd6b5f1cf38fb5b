using System.Globalization;

namespace Archive.Formats.Reading.Columns;

/// <summary>
/// Instants as DALI 1.1, section 3.3.3 writes them: a day, and behind T or a blank the time to the minute, the second or any fraction of it, with Z or without; all are
/// taken for UTC. What is finer than a microsecond is left out.
/// </summary>
internal static class CellInstant
{
    private const long MicrosecondsPerSecond = 1_000_000;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static bool TryParseDay(ReadOnlySpan<char> text, out int daysSince1970)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        daysSince1970 = day.DayNumber - Epoch;
        return isDay;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out long microsecondsSince1970)
    {
        microsecondsSince1970 = 0;
        const int DayLength = 10;
        if (text.Length < DayLength || !TryParseDay(text[..DayLength], out var day)) return false;
        var time = text[DayLength..];
        if (time.EndsWith("Z", StringComparison.OrdinalIgnoreCase)) time = time[..^1];
        var ofDay = 0L;
        if (time.Length > 0 && (time[0] is not ('T' or 't' or ' ') || !TryParseTime(time[1..], out ofDay))) return false;
        microsecondsSince1970 = (day * 86_400L * MicrosecondsPerSecond) + ofDay;
        return true;
    }

    /// <summary>hh:mm, hh:mm:ss or hh:mm:ss.s and more digits; a leap second is the next day's first.</summary>
    private static bool TryParseTime(ReadOnlySpan<char> text, out long microseconds)
    {
        microseconds = 0;
        if (text.Length < 5 || text[2] != ':' || !Two(text, 23, out var hours) || !Two(text[3..], 59, out var minutes)) return false;
        var seconds = 0;
        if (text.Length > 5 && (text.Length < 8 || text[5] != ':' || !Two(text[6..], 60, out seconds))) return false;
        var fraction = 0L;
        if (text.Length > 8 && (text[8] != '.' || !TryParseFraction(text[9..], out fraction))) return false;
        microseconds = ((((hours * 60L) + minutes) * 60) + seconds) * MicrosecondsPerSecond + fraction;
        return true;
    }

    private static bool Two(ReadOnlySpan<char> text, int most, out int number) =>
        int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;

    private static bool TryParseFraction(ReadOnlySpan<char> digits, out long microseconds)
    {
        microseconds = 0;
        var unit = MicrosecondsPerSecond;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            unit /= 10;
            microseconds += (digit - '0') * unit;
        }

        return true;
    }
}
