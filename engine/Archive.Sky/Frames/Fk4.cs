namespace Archive.Sky.Frames;

/// <summary>
/// From the FK4 system (equinoxes in Besselian years, B1950 above all) to FK5 at J2000 for positions without known proper
/// motion. NaN in, NaN out.
/// </summary>
/// <remarks>
/// E-terms of aberration are taken off, Newcomb's precession leads to B1950, and Murray's matrix (1989, A&amp;A 218, 325) from
/// there to J2000 for a source at rest in an inertial frame.
/// </remarks>
public static class Fk4
{
    private const double B1950JulianDate = 2433282.42345905;
    private const double JulianYear1950 = 2451545.0 - 50 * 365.25;
    private const double DaysPerJulianCentury = 36525;
    private const double RadiansPerDegree = Math.PI / 180;

    // Constant of aberration, 20.496 arcseconds, in the rounding of the Explanatory Supplement.
    private const double AberrationRadians = 0.0056932 * RadiansPerDegree;

    /// <param name="direction">Mean position in FK4.</param>
    /// <param name="equinoxBesselianYear">Equinox, 1950 for B1950.</param>
    /// <param name="epochBesselianYear">When the position was observed; the equinox where nothing is known.</param>
    /// <param name="hasEterms">False for positions from which the E-terms of aberration were taken off, FITS's FK4-NO-E.</param>
    /// <exception cref="ArgumentOutOfRangeException">A year is not within 1000 to 3000.</exception>
    public static UnitVector ToFk5J2000(
        in UnitVector direction, double equinoxBesselianYear, double? epochBesselianYear = null, bool hasEterms = true)
    {
        EquinoxYear.Require(equinoxBesselianYear);
        EquinoxYear.Require(epochBesselianYear ?? equinoxBesselianYear);
        double epochCenturies =
            (JulianDate(epochBesselianYear ?? equinoxBesselianYear) - JulianYear1950) / DaysPerJulianCentury;
        return NewcombPrecession(equinoxBesselianYear, 1950)
            .Then(ToJ2000At(epochCenturies))
            .Apply(hasEterms ? WithoutEterms(direction, equinoxBesselianYear) : direction);
    }

    private static double JulianDate(double besselianYear) =>
        2415020.31352 + (besselianYear - 1900) * 365.242198781;

    /// <summary>Murray's equations 28 and 29: FK4 turns against an inertial frame, so the matrix depends on the epoch.</summary>
    private static Rotation ToJ2000At(double epochCenturies) => new(
        0.9999256794956877 - 0.0026455262e-6 * epochCenturies,
        -0.0111814832204662 - 1.1539918689e-6 * epochCenturies,
        -0.0048590038153592 + 2.1111346190e-6 * epochCenturies,
        0.0111814832391717 + 1.1540628161e-6 * epochCenturies,
        0.9999374848933135 - 0.0129042997e-6 * epochCenturies,
        -0.0000271625947142 + 0.0236021478e-6 * epochCenturies,
        0.0048590037723143 - 2.1112979048e-6 * epochCenturies,
        -0.0000271702937440 - 0.0056024448e-6 * epochCenturies,
        0.9999881946023742 + 0.0102587734e-6 * epochCenturies);

    /// <summary>Newcomb's precession between Besselian years, with the thousand tropical years from 1850 as unit.</summary>
    private static Rotation NewcombPrecession(double fromBesselianYear, double toBesselianYear)
    {
        double start = (fromBesselianYear - 1850) / 1000;
        double t = (toBesselianYear - fromBesselianYear) / 1000;
        double rate = 23035.545 + start * (139.720 + 0.060 * start);
        double zeta = t * (rate + t * (30.240 - 0.27 * start + 17.995 * t));
        double z = t * (rate + t * (109.480 + 0.39 * start + 18.325 * t));
        double theta = t * (20051.12 - start * (85.29 + 0.37 * start)
            - t * (42.65 + 0.37 * start + 41.8 * t));
        return Rotation.Precession(zeta, theta, z);
    }

    /// <summary>
    /// Takes off the part of aberration that FK4 positions contain: that of the ellipticity of the Earth's orbit
    /// (Explanatory Supplement, 1992, section 3.5).
    /// </summary>
    private static UnitVector WithoutEterms(in UnitVector direction, double equinoxBesselianYear)
    {
        double julianDate = JulianDate(equinoxBesselianYear);
        double t = (julianDate - B1950JulianDate) / DaysPerJulianCentury;
        double eccentricity = 0.01673011 - t * (0.00004193 + 0.000000126 * t);
        double perigee = (1015489.951 + t * (6190.67 + t * (1.65 + 0.012 * t))) / 3600 * RadiansPerDegree;
        double obliquity = Obliquity((julianDate - 2451545.0) / DaysPerJulianCentury);
        double size = eccentricity * AberrationRadians;
        var terms = new UnitVector(
            size * Math.Sin(perigee),
            -size * Math.Cos(perigee) * Math.Cos(obliquity),
            -size * Math.Cos(perigee) * Math.Sin(obliquity));
        double along = 1 + terms.Dot(direction);
        return new UnitVector(
            along * direction.X - terms.X,
            along * direction.Y - terms.Y,
            along * direction.Z - terms.Z).Normalized();
    }

    /// <summary>Mean obliquity of the ecliptic, IAU (1980), in radians; centuries from J2000.</summary>
    private static double Obliquity(double t) =>
        (84381.448 - t * (46.8150 + t * (0.00059 - 0.001813 * t))) / 3600 * RadiansPerDegree;
}
