using System.Globalization;

namespace Archive.DataSamples.Headers;

/// <summary>Writes angles and times in three fields with colons, as HIRES headers have them.</summary>
internal static class Sexagesimal
{
    /// <summary>Hours of right ascension or sidereal time: <c>21:30:35.12</c>.</summary>
    public static string Hours(double degrees)
    {
        var hundredths = (long)Math.Round(degrees * 24_000) % 8_640_000;
        return TimeOfDay((int)(hundredths / 100), (int)(hundredths % 100));
    }

    /// <summary>Degrees with a sign and a tenth of an arcsecond: <c>-15:53:48.4</c>.</summary>
    public static string Degrees(double degrees)
    {
        var tenths = (long)Math.Round(Math.Abs(degrees) * 36_000);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(degrees < 0 ? '-' : '+')}{tenths / 36_000:00}:{tenths / 600 % 60:00}:{tenths / 10 % 60:00}.{tenths % 10}");
    }

    /// <summary>A time of day: <c>06:19:45.60</c>.</summary>
    public static string TimeOfDay(int secondOfDay, int hundredths) =>
        string.Create(CultureInfo.InvariantCulture, $"{secondOfDay / 3600:00}:{secondOfDay / 60 % 60:00}:{secondOfDay % 60:00}.{hundredths:00}");
}
