using Archive.Ingest.Fits;
using Archive.Sky.Sexagesimals;

namespace Archive.Ingest.Translation.Koa;

/// <summary>Reads angles as headers hold them: sexagesimal text (<c>-15:53:48.4</c>), or decimal degrees as a number or a text.</summary>
internal static class HeaderAngle
{
    private const double DegreesPerHour = 15;

    /// <summary>A right ascension in degrees: sexagesimal text counts hours, a decimal number degrees. 0 to 360.</summary>
    public static bool TryReadRightAscension(HeaderValue value, out double degrees) =>
        value.TryGetDouble(out degrees) ? degrees is >= 0 and <= 360 : Sexagesimal.TryParseHours(value.Text, out degrees);

    /// <summary>A declination in degrees, -90 to 90.</summary>
    public static bool TryReadDeclination(HeaderValue value, out double degrees) =>
        value.TryGetDouble(out degrees) ? degrees is >= -90 and <= 90 : Sexagesimal.TryParseDegrees(value.Text, out degrees);

    /// <summary>An hour angle in degrees, above -180 up to 180: sexagesimal hours with a sign, of which more than twelve mean the other side of the meridian.</summary>
    public static bool TryReadHourAngle(HeaderValue value, out double degrees)
    {
        // Hours of either sign are read as the degrees they look like: right ascensions, which TryParseHours reads, have none.
        if (!Sexagesimal.TryParseDegrees(value.Text, out degrees) || Math.Abs(degrees) > 24) return false;
        degrees *= DegreesPerHour;
        degrees = degrees > 180 ? degrees - 360 : degrees <= -180 ? degrees + 360 : degrees;
        return true;
    }
}
