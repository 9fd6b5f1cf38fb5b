using System.Globalization;

namespace Archive.Ingest.Translation.Koa;

/// <summary>When an exposure began: a UT date and the time since its midnight, UTC.</summary>
/// <param name="Date">The UT date, as DATE-OBS has it.</param>
/// <param name="MicrosecondOfDay">Microseconds since midnight: 0 to 86,400,999,999, the last second being a leap second.</param>
public readonly record struct ObservationTime(DateOnly Date, long MicrosecondOfDay)
{
    internal const long MicrosecondsPerDay = 86_400 * MicrosecondsPerSecond;

    private const long MicrosecondsPerSecond = 1_000_000;
    private const int FractionDigits = 6;
    private const int LongYearDigits = 5;

    /// <summary>Whole seconds since midnight, the fraction dropped.</summary>
    public int SecondOfDay => (int)(MicrosecondOfDay / MicrosecondsPerSecond);

    /// <summary>Microseconds since 1970-01-01T00:00:00 UTC, leap seconds not counted: a leap second coincides with the one after it.</summary>
    public long MicrosecondsSinceEpoch => (StartOf(Date) / TimeSpan.TicksPerMicrosecond) + MicrosecondOfDay;

    /// <summary>Modified Julian Date, UTC.</summary>
    public double ModifiedJulianDate => 40587 + (MicrosecondsSinceEpoch / (double)MicrosecondsPerDay);

    /// <summary>The time of day as <c>hh:mm:ss.ss</c>, further digits dropped.</summary>
    public string TimeOfDayText
    {
        get
        {
            // The leap second has no hour of its own: it is second 60 of the last minute.
            var minuteOfDay = Math.Min(SecondOfDay / 60, (24 * 60) - 1);
            var centiseconds = (MicrosecondOfDay / 10_000) - (minuteOfDay * 6000L);
            return string.Create(CultureInfo.InvariantCulture, $"{minuteOfDay / 60:00}:{minuteOfDay % 60:00}:{centiseconds / 100:00}.{centiseconds % 100:00}");
        }
    }

    /// <summary>Reads <c>YYYY-MM-DDThh:mm:ss[.sss]</c>, or the same with a blank for the T.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ObservationTime time, out bool isRounded)
    {
        (time, isRounded) = (default, false);
        text = text.Trim();
        var dateLength = DateLength(text);
        return text.Length > dateLength + 1 && text[dateLength] is 'T' or ' '
            && TryParseDate(text[..dateLength], out var date, out var isOldForm) && !isOldForm
            && TryParse(date, text[(dateLength + 1)..], out time, out isRounded);
    }

    /// <summary>
    /// Reads <c>hh:mm:ss[.sss]</c>; digits behind the microsecond are dropped. Second 60 is one where UTC had a leap second (FITS 4.0, section 9.1.1). Elsewhere a second of
    /// exactly 60, and a time of exactly 24:00:00, are no times, but what rounding makes of the last instant before: they are read as the minute or day that begins then.
    /// </summary>
    /// <param name="date">The UT date.</param>
    /// <param name="text">The time of day.</param>
    /// <param name="time">The instant; on the next date where rounding led there.</param>
    /// <param name="isRounded">True where the text is no time, but was read as one.</param>
    public static bool TryParse(DateOnly date, ReadOnlySpan<char> text, out ObservationTime time, out bool isRounded)
    {
        (time, isRounded) = (default, false);
        text = text.Trim();
        Span<Range> parts = stackalloc Range[4];
        if (text.Split(parts, ':') != 3) return false;
        var secondText = text[parts[2]];
        var point = secondText.IndexOf('.');
        var fraction = point < 0 ? [] : secondText[(point + 1)..];
        if (!TryParseDigits(text[parts[0]], out var hour) || !TryParseDigits(text[parts[1]], out var minute)
            || !TryParseDigits(point < 0 ? secondText : secondText[..point], out var second) || fraction.ContainsAnyExceptInRange('0', '9')) return false;
        var isWhole = !fraction.ContainsAnyExcept('0');
        var isMidnight = hour == 24 && minute == 0 && second == 0 && isWhole;
        if ((hour > 23 && !isMidnight) || minute > 59 || second > 60) return false;
        var isLeap = second == 60 && hour == 23 && minute == 59 && LeapSeconds.IsAtEndOf(date);
        isRounded = isMidnight || (second == 60 && !isLeap);
        if (isRounded && !isWhole) return false;
        long fractionMicroseconds = 0;
        for (var digit = 0; digit < FractionDigits; digit++)
            fractionMicroseconds = (fractionMicroseconds * 10) + (digit < fraction.Length ? fraction[digit] - '0' : 0);
        var microseconds = ((((hour * 60L) + minute) * 60L) + second) * MicrosecondsPerSecond + fractionMicroseconds;
        if (!isRounded || microseconds < MicrosecondsPerDay)
        {
            time = new ObservationTime(date, microseconds);
            return true;
        }

        if (date == DateOnly.MaxValue) return false;
        time = new ObservationTime(date.AddDays(1), 0);
        return true;
    }

    /// <summary>
    /// Reads a date under KOA's rules: <c>YYYY-MM-DD</c>, whatever follows it; the year also with a sign and five digits (FITS 4.0, section 9.1.1); or the old form
    /// <c>DD/MM/YY</c>, in which KOA, other than FITS 4.0 (4.4.2.1), takes years below 50 for 20YY.
    /// </summary>
    /// <param name="text">The value of a DATE-OBS.</param>
    /// <param name="date">The UT date.</param>
    /// <param name="isOldForm">True where the form with slashes was read.</param>
    public static bool TryParseDate(ReadOnlySpan<char> text, out DateOnly date, out bool isOldForm)
    {
        text = text.Trim();
        isOldForm = text.Contains('/');
        if (isOldForm) return TryParseOldForm(text, out date);
        date = default;
        var length = DateLength(text);
        if (text.Length < length) return false;
        // A year of five digits that a calendar here can hold begins with 0.
        var isLong = length > 10;
        if (isLong && (text[0] != '+' || text[1] != '0')) return false;
        return DateOnly.TryParseExact(isLong ? text[2..length] : text[..length], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>The characters of a date at the beginning of a text: ten, or twelve where the year has a sign.</summary>
    private static int DateLength(ReadOnlySpan<char> text) => text.Length > 0 && text[0] is '+' or '-' ? LongYearDigits + 7 : 10;

    private static bool TryParseOldForm(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        Span<Range> parts = stackalloc Range[4];
        if (text.Split(parts, '/') != 3) return false;
        var yearText = text[parts[2]];
        if (!TryParseDigits(text[parts[0]], out var day) || !TryParseDigits(text[parts[1]], out var month)
            || yearText.Length != 2 || !TryParseDigits(yearText, out var year)) return false;
        year += year < 50 ? 2000 : 1900;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>One or two digits, nothing else.</summary>
    private static bool TryParseDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static long StartOf(DateOnly date) => date.ToDateTime(TimeOnly.MinValue).Ticks - DateTime.UnixEpoch.Ticks;
}
