using System.Globalization;

namespace Archive.Sky.Sexagesimals;

/// <summary>
/// Angles written in base 60, as in FITS headers: right ascension as hours, minutes, seconds, declination as degrees, arcminutes,
/// arcseconds. Whole degrees in and out.
/// </summary>
/// <remarks>
/// Two or three fields parted by a colon or by blanks; only the last may have a fraction. A single number is refused, since
/// nothing tells hours from degrees there.
/// </remarks>
public static class Sexagesimal
{
    private const int SecondsPerUnit = 3600;

    /// <summary>
    /// Right ascension in degrees from hours. 24:00:00, which rounding in a header makes of 23:59:59.99…, is 0; more is
    /// refused, as is a sign.
    /// </summary>
    public static bool TryParseHours(ReadOnlySpan<char> text, out double degrees)
    {
        degrees = 0;
        if (!SexagesimalFields.TryRead(text, out SexagesimalFields fields)
            || fields.HasSign || fields.TotalSeconds > 24 * SecondsPerUnit)
        {
            return false;
        }

        degrees = fields.TotalSeconds == 24 * SecondsPerUnit ? 0 : fields.TotalSeconds * 15 / SecondsPerUnit;
        return true;
    }

    /// <summary>Declination in degrees, -90 to +90. The sign holds for all fields: -00:30:00 is half a degree south.</summary>
    public static bool TryParseDegrees(ReadOnlySpan<char> text, out double degrees)
    {
        degrees = 0;
        if (!SexagesimalFields.TryRead(text, out SexagesimalFields fields)
            || fields.TotalSeconds > 90 * SecondsPerUnit)
        {
            return false;
        }

        degrees = fields.TotalSeconds / SecondsPerUnit;
        degrees = fields.IsNegative && degrees != 0 ? -degrees : degrees;
        return true;
    }

    /// <summary>Right ascension as hh:mm:ss with so many decimals, 00:00:00 up to what rounds below 24:00:00.</summary>
    /// <exception cref="ArgumentException">The angle is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are not 0 to 9.</exception>
    public static string FormatHours(double raDegrees, int decimals)
    {
        RequireFinite(raDegrees);
        double turn = raDegrees % 360;
        return Format((turn < 0 ? turn + 360 : turn) / 15, decimals, wrapAt: 24);
    }

    /// <summary>Declination as +dd:mm:ss or -dd:mm:ss with so many decimals.</summary>
    /// <exception cref="ArgumentException">The angle is not finite or not within ±90.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are not 0 to 9.</exception>
    public static string FormatDegrees(double decDegrees, int decimals)
    {
        RequireFinite(decDegrees);
        if (Math.Abs(decDegrees) > 90)
        {
            throw new ArgumentException("A declination must be -90 to +90 degrees.", nameof(decDegrees));
        }

        return (decDegrees < 0 ? "-" : "+") + Format(Math.Abs(decDegrees), decimals, wrapAt: 91);
    }

    private static string Format(double units, int decimals, int wrapAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 9);

        // Rounded once, in the smallest unit shown, so that no field ever shows 60.
        long perSecond = (long)Math.Pow(10, decimals);
        long ticks = (long)Math.Round(units * SecondsPerUnit * perSecond) % (wrapAt * SecondsPerUnit * perSecond);
        (long seconds, long fraction) = Math.DivRem(ticks, perSecond);
        string whole = string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / SecondsPerUnit:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return decimals == 0
            ? whole
            : whole + "." + fraction.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
    }

    private static void RequireFinite(double degrees)
    {
        if (!double.IsFinite(degrees))
        {
            throw new ArgumentException("An angle must be finite to be written.", nameof(degrees));
        }
    }
}
