namespace Archive.Ingest.Translation.Koa;

/// <summary>
/// The UTC days that had a second 23:59:60, by the IERS's Bulletin C: all before July 2026. The next that is announced is one more year in these lists.
/// </summary>
internal static class LeapSeconds
{
    private static readonly int[] JuneYears = [1972, 1981, 1982, 1983, 1985, 1992, 1993, 1994, 1997, 2012, 2015];
    private static readonly int[] DecemberYears = [1972, 1973, 1974, 1975, 1976, 1977, 1978, 1979, 1987, 1989, 1990, 1995, 1998, 2005, 2008, 2016];

    /// <summary>Whether the day ended with a leap second.</summary>
    public static bool IsAtEndOf(DateOnly date) => (date.Month, date.Day) switch
    {
        (6, 30) => Array.BinarySearch(JuneYears, date.Year) >= 0,
        (12, 31) => Array.BinarySearch(DecemberYears, date.Year) >= 0,
        _ => false,
    };
}
