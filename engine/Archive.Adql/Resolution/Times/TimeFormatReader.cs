using System.Globalization;

namespace Archive.Adql.Resolution.Times;

/// <summary>Reads a text by a <see cref="TimeFormat"/>, as Oracle's TO_DATE does for a text written out in the query.</summary>
internal static class TimeFormatReader
{
    private const string MonthNames = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    /// <summary>
    /// False if the text is no time of the format. A text may end before the format does; what is missing is the start: January, the first, midnight. Two-digit fields
    /// may have one digit. Punctuation must be the format's.
    /// </summary>
    public static bool TryRead(TimeFormat format, ReadOnlySpan<char> text, out DateTime value)
    {
        value = default;
        int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, microsecond = 0;
        bool? isAfternoon = null;
        text = text.Trim(' ');
        foreach (var (field, literal) in format.Elements)
        {
            if (text.IsEmpty) break;
            var isRead = field switch
            {
                TimeField.Literal => Skip(ref text, literal),
                TimeField.Year => Digits(ref text, 4, 4, out year),
                TimeField.Month => Digits(ref text, 1, 2, out month),
                TimeField.MonthName => MonthName(ref text, out month),
                TimeField.Day => Digits(ref text, 1, 2, out day),
                TimeField.Hour24 => Digits(ref text, 1, 2, out hour),
                TimeField.Hour12 => Digits(ref text, 1, 2, out hour) && hour is >= 1 and <= 12,
                TimeField.Minute => Digits(ref text, 1, 2, out minute),
                TimeField.Second => Digits(ref text, 1, 2, out second),
                TimeField.Fraction or TimeField.Milliseconds => Fraction(ref text, out microsecond),
                _ => HalfOfDay(ref text, ref isAfternoon),
            };
            if (!isRead) return false;
        }

        if (isAfternoon is { } afternoon) hour = (hour % 12) + (afternoon ? 12 : 0);
        if (!text.IsEmpty || year is < 1 or > 9999 || month is < 1 or > 12 || hour > 23 || minute > 59 || second > 59) return false;
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        value = new DateTime(year, month, day, hour, minute, second).AddTicks(microsecond * TimeSpan.TicksPerMicrosecond);
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, string literal)
    {
        if (!text.StartsWith(literal, StringComparison.Ordinal)) return false;
        text = text[literal.Length..];
        return true;
    }

    private static bool Digits(ref ReadOnlySpan<char> text, int least, int most, out int value)
    {
        var count = 0;
        while (count < most && count < text.Length && char.IsAsciiDigit(text[count])) count++;
        value = 0;
        if (count < least) return false;
        value = int.Parse(text[..count], NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[count..];
        return true;
    }

    private static bool Fraction(ref ReadOnlySpan<char> text, out int microsecond)
    {
        microsecond = 0;
        var count = 0;
        for (; count < 9 && count < text.Length && char.IsAsciiDigit(text[count]); count++)
        {
            if (count < 6) microsecond = (microsecond * 10) + (text[count] - '0');
        }

        for (var i = count; i < 6; i++) microsecond *= 10;
        text = text[count..];
        return count > 0;
    }

    private static bool MonthName(ref ReadOnlySpan<char> text, out int month)
    {
        month = 0;
        if (text.Length < 3) return false;
        var at = MonthNames.AsSpan().IndexOf(text[..3], StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at % 3 != 0) return false;
        month = (at / 3) + 1;
        text = text[3..];
        return true;
    }

    private static bool HalfOfDay(ref ReadOnlySpan<char> text, ref bool? isAfternoon)
    {
        if (text.StartsWith("AM", StringComparison.OrdinalIgnoreCase)) isAfternoon = false;
        else if (text.StartsWith("PM", StringComparison.OrdinalIgnoreCase)) isAfternoon = true;
        else return false;
        text = text[2..];
        return true;
    }
}
