namespace Archive.DataSamples.Telescope;

/// <summary>Where Keck I stands, and how the sky turns above it. Good to about an arcminute: refraction, nutation and precession are left out.</summary>
internal static class KeckSite
{
    private const double LatitudeDegrees = 19.8283;
    private const double EastLongitudeDegrees = -155.4783;
    private static readonly (double Sin, double Cos) Latitude = Math.SinCos(double.DegreesToRadians(LatitudeDegrees));

    /// <summary>Modified Julian Date of a UT second of a UT date.</summary>
    public static double ModifiedJulianDate(DateOnly utDate, double secondOfDay) => utDate.DayNumber - ModifiedJulianDayZero + (secondOfDay / 86400);

    /// <summary>Local mean sidereal time in degrees, 0 to 360 (Meeus, Astronomical Algorithms, 12.4, without the terms beyond the linear one).</summary>
    public static double SiderealDegrees(double modifiedJulianDate) =>
        Wrap(280.46061837 + (360.98564736629 * (modifiedJulianDate - 51544.5)) + EastLongitudeDegrees);

    /// <summary>Where a position stands in the sky at a sidereal time.</summary>
    public static HorizonPosition Locate(double raDegrees, double decDegrees, double siderealDegrees)
    {
        var hourAngleDegrees = Wrap(siderealDegrees - raDegrees + 180) - 180;
        var (sinHour, cosHour) = Math.SinCos(double.DegreesToRadians(hourAngleDegrees));
        var (sinDec, cosDec) = Math.SinCos(double.DegreesToRadians(decDegrees));
        var sinElevation = (Latitude.Sin * sinDec) + (Latitude.Cos * cosDec * cosHour);
        var north = (sinDec * Latitude.Cos) - (cosDec * Latitude.Sin * cosHour);
        return new HorizonPosition(
            hourAngleDegrees,
            Wrap(double.RadiansToDegrees(Math.Atan2(-cosDec * sinHour, north))),
            double.RadiansToDegrees(Math.Asin(Math.Clamp(sinElevation, -1, 1))),
            double.RadiansToDegrees(Math.Atan2(sinHour * Latitude.Cos, (Latitude.Sin * cosDec) - (Latitude.Cos * sinDec * cosHour))));
    }

    /// <summary>When the sun is 12 degrees below the horizon: UT seconds of the day for evening and morning of the night that lies in a UT date.</summary>
    public static (int Dusk, int Dawn) DarkSeconds(DateOnly utDate)
    {
        const double midnightSeconds = ((24 - (EastLongitudeDegrees / 15)) % 24) * 3600;
        var sunDec = double.DegreesToRadians(-23.44 * Math.Cos(double.DegreesToRadians(360.0 / 365 * (utDate.DayOfYear + 10))));
        var cosHour = (Math.Sin(double.DegreesToRadians(-12)) - (Latitude.Sin * Math.Sin(sunDec))) / (Latitude.Cos * Math.Cos(sunDec));
        var halfNightSeconds = (180 - double.RadiansToDegrees(Math.Acos(cosHour))) * 240;
        return ((int)(midnightSeconds - halfNightSeconds), (int)(midnightSeconds + halfNightSeconds));
    }

    /// <summary>An angle brought to 0 inclusive, 360 exclusive.</summary>
    public static double Wrap(double degrees)
    {
        var wrapped = degrees - (360 * Math.Floor(degrees / 360));
        return wrapped >= 360 ? 0 : wrapped;
    }

    /// <summary>Day number of 1858-11-17.</summary>
    private const int ModifiedJulianDayZero = 678575;
}

/// <summary>A position in the sky of one moment.</summary>
/// <param name="HourAngleDegrees">-180 to 180, positive to the west.</param>
/// <param name="AzimuthDegrees">From north over east, 0 to 360.</param>
/// <param name="ElevationDegrees">Above the horizon, without refraction.</param>
/// <param name="ParallacticDegrees">Angle between the zenith and the north pole, -180 to 180.</param>
internal readonly record struct HorizonPosition(double HourAngleDegrees, double AzimuthDegrees, double ElevationDegrees, double ParallacticDegrees)
{
    /// <summary>Plane-parallel air mass; at most 10.</summary>
    public double AirMass => ElevationDegrees <= 5.74 ? 10 : 1 / Math.Sin(double.DegreesToRadians(ElevationDegrees));
}
