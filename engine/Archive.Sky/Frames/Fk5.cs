namespace Archive.Sky.Frames;

/// <summary>
/// The FK5 system: precession between equinoxes by the IAU (1976) model, Lieske et al. (1977, A&amp;A 58, 1), which is the one
/// FK5 is defined with, and the small turn to ICRS. NaN in, NaN out.
/// </summary>
/// <remarks>
/// Software that precesses FK5 by the IAU 2006 model instead differs by 0.3 arcseconds a century. Good within some centuries
/// of J2000.
/// </remarks>
public static class Fk5
{
    /// <summary>Offset of FK5 from ICRS at J2000 in arcseconds about the three axes; US Naval Observatory Circular 179, section 3.5.</summary>
    private static readonly Rotation IcrsToFk5 =
        Rotation.AboutZ(-0.0229).Then(Rotation.AboutY(0.0091)).Then(Rotation.AboutX(0.0199));

    private static readonly Rotation Fk5ToIcrs = IcrsToFk5.Inverse();

    /// <summary>The small turn from ICRS to equinox J2000.</summary>
    internal static Rotation RotationFromIcrs => IcrsToFk5;

    /// <summary>A mean position at an equinox given as Julian year, at equinox J2000. No proper motion is applied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within 1000 to 3000.</exception>
    public static UnitVector ToJ2000(in UnitVector direction, double equinoxJulianYear) =>
        Precession(equinoxJulianYear, 2000).Apply(direction);

    /// <summary>A mean position at equinox J2000, at an equinox given as Julian year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within 1000 to 3000.</exception>
    public static UnitVector FromJ2000(in UnitVector direction, double equinoxJulianYear) =>
        Precession(2000, equinoxJulianYear).Apply(direction);

    /// <summary>From FK5 at equinox J2000 to ICRS: a turn of 25 milliarcseconds at most.</summary>
    public static UnitVector ToIcrs(in UnitVector direction) => Fk5ToIcrs.Apply(direction);

    /// <summary>From ICRS to FK5 at equinox J2000.</summary>
    public static UnitVector FromIcrs(in UnitVector direction) => IcrsToFk5.Apply(direction);

    private static Rotation Precession(double fromJulianYear, double toJulianYear)
    {
        EquinoxYear.Require(fromJulianYear);
        EquinoxYear.Require(toJulianYear);
        double start = (fromJulianYear - 2000) / 100;
        double t = (toJulianYear - fromJulianYear) / 100;
        double rate = 2306.2181 + start * (1.39656 - 0.000139 * start);
        double zeta = t * (rate + t * (0.30188 - 0.000344 * start + 0.017998 * t));
        double z = t * (rate + t * (1.09468 + 0.000066 * start + 0.018203 * t));
        double theta = t * (2004.3109 - start * (0.85330 + 0.000217 * start)
            - t * (0.42665 + 0.000217 * start + 0.041833 * t));
        return Rotation.Precession(zeta, theta, z);
    }
}
