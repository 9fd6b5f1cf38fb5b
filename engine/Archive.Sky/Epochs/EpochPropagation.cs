namespace Archive.Sky.Epochs;

/// <summary>
/// Where a star that moves uniformly in space is at another time: ivo_epoch_prop_pos of the IVOA's catalogue of ADQL
/// user-defined functions. Rigorous, so that it holds at the poles, over centuries and for the nearest stars.
/// </summary>
/// <remarks>
/// The direction at the time t is that of r(1 + ζt) + μt, with r the direction at the reference epoch, μ the proper motion at
/// right angles to it and ζ the radial velocity over the distance, as in The Hipparcos and Tycho Catalogues (1997), volume 1,
/// section 1.5.5. The light's time on its way is left out.
/// </remarks>
public static class EpochPropagation
{
    private const double RadiansPerMilliarcsecond = Math.PI / (180 * 3.6e6);

    // One astronomical unit in a Julian year, in kilometres a second.
    private const double AuPerYearKilometresPerSecond = 149597870.7 / (365.25 * 86400);

    /// <summary>The position at another epoch, in degrees: longitude 0 to 360, latitude.</summary>
    /// <param name="raDegrees">Right ascension at the reference epoch, ICRS.</param>
    /// <param name="decDegrees">Declination at the reference epoch.</param>
    /// <param name="parallaxMilliarcseconds">Parallax; null for a star infinitely far.</param>
    /// <param name="pmRaMilliarcsecondsPerYear">Proper motion in right ascension times the cosine of the declination; null for none.</param>
    /// <param name="pmDecMilliarcsecondsPerYear">Proper motion in declination; null for none.</param>
    /// <param name="radialVelocityKilometresPerSecond">Radial velocity, positive for what goes away; null for none.</param>
    /// <param name="referenceEpochYear">Julian year of the reference epoch.</param>
    /// <param name="outputEpochYear">Julian year of the position wanted.</param>
    /// <exception cref="ArgumentException">
    /// The position or an epoch is null or no position or year, a value is not finite, or the star would go through the Sun.
    /// </exception>
    public static (double RaDegrees, double DecDegrees) Position(
        double? raDegrees,
        double? decDegrees,
        double? parallaxMilliarcseconds,
        double? pmRaMilliarcsecondsPerYear,
        double? pmDecMilliarcsecondsPerYear,
        double? radialVelocityKilometresPerSecond,
        double? referenceEpochYear,
        double? outputEpochYear)
    {
        double ra = Require(raDegrees, "right ascension"), dec = Require(decDegrees, "declination");
        double years = Require(outputEpochYear, "output epoch") - Require(referenceEpochYear, "reference epoch");
        UnitVector direction = Shapes.Position.Require(ra, dec, "The position of a star");
        (UnitVector east, UnitVector north) = Shapes.TangentAxes.At(ra, dec);
        double alongEast = OrNone(pmRaMilliarcsecondsPerYear) * RadiansPerMilliarcsecond * years;
        double alongNorth = OrNone(pmDecMilliarcsecondsPerYear) * RadiansPerMilliarcsecond * years;
        double distance = 1 + OrNone(radialVelocityKilometresPerSecond) / AuPerYearKilometresPerSecond
            * OrNone(parallaxMilliarcseconds) * RadiansPerMilliarcsecond * years;
        var moved = new UnitVector(
            distance * direction.X + alongEast * east.X + alongNorth * north.X,
            distance * direction.Y + alongEast * east.Y + alongNorth * north.Y,
            distance * direction.Z + alongEast * east.Z + alongNorth * north.Z);
        return moved.Dot(moved) > 0
            ? (moved.LonDegrees, moved.LatDegrees)
            : throw new ArgumentException("The star is at the Sun's own place at the epoch wanted.");
    }

    private static double Require(double? value, string what) => value switch
    {
        null => throw new ArgumentException($"The {what} of a star must not be null."),
        double number when double.IsFinite(number) => number,
        _ => throw new ArgumentException($"The {what} of a star must be a finite number."),
    };

    private static double OrNone(double? value) => double.IsFinite(value ?? 0)
        ? value ?? 0
        : throw new ArgumentException("The motion of a star must be finite numbers.");
}
