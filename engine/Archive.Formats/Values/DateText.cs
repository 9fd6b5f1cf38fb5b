using System.Globalization;

namespace Archive.Formats.Values;

/// <summary>
/// A day, counted from 1970-01-01, as <c>YYYY-MM-DD</c> of the proleptic Gregorian calendar. A year outside 0 to 9999 has a sign and
/// six digits or more (ISO 8601's expanded form); DuckDB's two infinite dates are <c>infinity</c> and <c>-infinity</c>.
/// </summary>
internal readonly struct DateText : IValueText<int>
{
    private const int DaysFromMarchOfYear0 = 719_468;
    private const int DaysIn400Years = 146_097;

    /// <summary>DuckDB's dates have years of up to seven digits.</summary>
    public static int MaximumLength => 14;

    public static int Write(int value, Span<byte> destination)
    {
        if (value == int.MaxValue) return WriteInfinity("infinity"u8, destination);
        if (value == -int.MaxValue) return WriteInfinity("-infinity"u8, destination);
        return WriteDay(value, destination);
    }

    /// <summary>Writes a finite day.</summary>
    public static int WriteDay(int day, Span<byte> destination)
    {
        // Years are counted from March, so that a leap day is the last of its year; five months from March or August on have 153 days.
        var shifted = (long)day + DaysFromMarchOfYear0;
        var era = (shifted >= 0 ? shifted : shifted - (DaysIn400Years - 1)) / DaysIn400Years;
        var dayOfEra = (uint)(shifted - (era * DaysIn400Years));
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var dayOfMonth = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = (era * 400) + yearOfEra + (month <= 2 ? 1 : 0);

        var position = WriteYear(year, destination);
        destination[position] = (byte)'-';
        Digits.WriteTwo(month, destination[(position + 1)..]);
        destination[position + 3] = (byte)'-';
        Digits.WriteTwo(dayOfMonth, destination[(position + 4)..]);
        return position + 6;
    }

    public static int WriteInfinity(ReadOnlySpan<byte> word, Span<byte> destination)
    {
        word.CopyTo(destination);
        return word.Length;
    }

    private static int WriteYear(long year, Span<byte> destination)
    {
        if (year is >= 0 and <= 9999)
        {
            Digits.WriteFour((uint)year, destination);
            return 4;
        }

        year.TryFormat(destination, out var written, "+000000;-000000", CultureInfo.InvariantCulture);
        return written;
    }
}
