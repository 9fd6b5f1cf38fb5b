using System.Globalization;

namespace Archive.Ingest.Translation.Koa;

/// <summary>
/// KOA's identifiers of observations: <c>II.YYYYMMDD.SSSSS.fits</c>, from the instrument's prefix, the UT date and the UT second of the day at which the exposure
/// began, the fraction dropped. Files that KOA has taken since 2022 may have hundredths of a second behind the second: <c>.hh</c>.
/// </summary>
internal static class KoaIdentifier
{
    private const string Suffix = ".fits";

    public static string Compute(string prefix, ObservationTime time, bool withHundredths = false)
    {
        var second = string.Create(CultureInfo.InvariantCulture, $"{prefix}.{time.Date:yyyyMMdd}.{time.SecondOfDay:00000}");
        return withHundredths ? string.Create(CultureInfo.InvariantCulture, $"{second}.{time.MicrosecondOfDay / 10_000 % 100:00}{Suffix}") : second + Suffix;
    }

    /// <summary>Reads a KOAID keyword, written with or without <c>.fits</c>.</summary>
    /// <param name="text">The keyword's value.</param>
    /// <param name="identifier">The identifier with <c>.fits</c>.</param>
    /// <param name="prefix">The prefix that it begins with: two letters or digits.</param>
    /// <param name="date">The UT date it names.</param>
    /// <returns>False where the text isn't of the form.</returns>
    public static bool TryRead(string text, out string identifier, out string prefix, out DateOnly date)
    {
        (identifier, prefix, date) = ("", "", default);
        var body = text.EndsWith(Suffix, StringComparison.Ordinal) ? text.AsSpan(0, text.Length - Suffix.Length) : text;
        Span<Range> parts = stackalloc Range[5];
        var count = body.Split(parts, '.');
        if (count is not (3 or 4) || body[parts[0]] is not [var first, var second] || !char.IsAsciiLetterOrDigit(first) || !char.IsAsciiLetterOrDigit(second)) return false;
        if (!DateOnly.TryParseExact(body[parts[1]], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return false;
        if (!IsDigits(body[parts[2]], 5) || (count == 4 && !IsDigits(body[parts[3]], 2))) return false;
        (identifier, prefix) = (string.Concat(body, Suffix), body[parts[0]].ToString());
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> text, int length) => text.Length == length && !text.ContainsAnyExceptInRange('0', '9');
}
