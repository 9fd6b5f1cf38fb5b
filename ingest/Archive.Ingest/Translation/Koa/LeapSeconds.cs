namespace Archive.Ingest.Translation.Koa;

/// <summary>
/// The UTC days that had a second 23:59:60, by the IERS's Bulletin C: all before July 2026. The next that is announced is one more year in these lists.
/// </summary>
internal static class LeapSeconds
{
    private static readonly int[] JuneYears = [1972, 1981, 1982, 1983, 1985, 1992, 1993, 1994, 1997, 2012, 2015];
    private static readonly int[] DecemberYears = [1972, 1973, 1974, 1975, 1976, 1977, 1978, 1979, 1987, 1989, 1990, 1995, 1998, 2005, 2008, 2016];

    private const int SecondsBefore1972 = 10;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The instant in UTC of one in TAI; the calendar's first where that is before it.</summary>
    /// <param name="microseconds">Since 1970-01-01T00:00:00 TAI.</param>
    public static ObservationTime FromTai(long microseconds)
    {
        var day = Epoch + (int)Math.Floor(microseconds / (double)ObservationTime.MicrosecondsPerDay);
        var date = DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber));
        if (microseconds < MidnightInTai(date) && date > DateOnly.MinValue) date = date.AddDays(-1);
        return new ObservationTime(date, Math.Max(0, microseconds - MidnightInTai(date)));
    }

    /// <summary>Whether the day ended with a leap second.</summary>
    public static bool IsAtEndOf(DateOnly date) => (date.Month, date.Day) switch
    {
        (6, 30) => Array.BinarySearch(JuneYears, date.Year) >= 0,
        (12, 31) => Array.BinarySearch(DecemberYears, date.Year) >= 0,
        _ => false,
    };

    private static long MidnightInTai(DateOnly date) => new ObservationTime(date, 0).MicrosecondsSinceEpoch + (SecondsBehindTai(date) * 1_000_000L);

    /// <summary>By how many seconds UTC is behind TAI when the day begins; as in 1972 before.</summary>
    private static int SecondsBehindTai(DateOnly date) =>
        SecondsBefore1972 + JuneYears.Count(year => new DateOnly(year, 6, 30) < date) + DecemberYears.Count(year => new DateOnly(year, 12, 31) < date);
}
