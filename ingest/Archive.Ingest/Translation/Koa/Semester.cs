using System.Globalization;

namespace Archive.Ingest.Translation.Koa;

/// <summary>
/// The observatory's semesters: A from 1 February, B from 1 August, counted in nights. A night's date is that of its evening, and changes at 20:00 UTC (10:00 in Hawaii).
/// </summary>
internal static class Semester
{
    private const long MicrosecondsBeforeChange = 20L * 3600 * 1_000_000;

    /// <summary>The semester of an exposure, for instance <c>2009B</c>; January belongs to B of the year before.</summary>
    public static string Of(ObservationTime time)
    {
        var night = time.MicrosecondOfDay < MicrosecondsBeforeChange && time.Date > DateOnly.MinValue ? time.Date.AddDays(-1) : time.Date;
        var year = night.Month == 1 ? night.Year - 1 : night.Year;
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}{(night.Month is >= 2 and <= 7 ? 'A' : 'B')}");
    }

    /// <summary>Reads <c>2018A_C307</c>: a semester and a programme.</summary>
    /// <returns>False where the text isn't of that form.</returns>
    public static bool TrySplit(string text, out string semester, out string programme)
    {
        var isSplit = text.Length > 6 && text[5] == '_' && text[4] is 'A' or 'B' && !text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9');
        (semester, programme) = isSplit ? (text[..5], text[6..]) : ("", "");
        return isSplit;
    }
}
