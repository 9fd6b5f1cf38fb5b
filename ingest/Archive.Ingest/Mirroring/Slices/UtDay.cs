using System.Globalization;

namespace Archive.Ingest.Mirroring.Slices;

/// <summary>UT dates as text: <c>2004-08-24</c>.</summary>
internal static class UtDay
{
    private const string Format = "yyyy-MM-dd";

    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateOnly day) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A day as services write it: alone, or at midnight.</summary>
    public static bool TryParseMidnight(string text, out DateOnly day)
    {
        day = default;
        return text.Length >= Format.Length && TryParse(text[..Format.Length], out day) && text[Format.Length..].All(character => character is '0' or ':' or '.' or 'T' or ' ' or 'Z');
    }
}
