using System.Globalization;

namespace Archive.Tap.Async;

/// <summary>Instants as UWS writes them: ISO 8601, UTC, with T and Z (UWS 1.1, section 1.3).</summary>
internal static class UwsTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads an instant; without a zone it is UTC.</summary>
    public static bool TryRead(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
}
