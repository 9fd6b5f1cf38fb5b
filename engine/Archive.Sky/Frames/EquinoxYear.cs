namespace Archive.Sky.Frames;

/// <summary>The years that the precession polynomials may be asked for.</summary>
internal static class EquinoxYear
{
    public static void Require(double year)
    {
        if (!(year >= 1000 && year <= 3000))
        {
            throw new ArgumentOutOfRangeException(
                nameof(year),
                FormattableString.Invariant($"An equinox or epoch must be a year of 1000 to 3000; it is {year:R}."));
        }
    }
}
