namespace Archive.Sky.Shapes;

/// <summary>The check of every position that a shape is made from.</summary>
internal static class Position
{
    /// <exception cref="ArgumentException">The position is not one; the text begins with <paramref name="what"/>.</exception>
    public static UnitVector Require(double lonDegrees, double latDegrees, string what)
    {
        if (!double.IsFinite(lonDegrees) || !double.IsFinite(latDegrees))
        {
            throw new ArgumentException($"{what} must be finite numbers.");
        }

        if (Math.Abs(latDegrees) > 90)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{what} must have a latitude of -90 to +90 degrees; it is {latDegrees:R}."));
        }

        UnitVector vector = UnitVector.FromDegrees(lonDegrees, latDegrees);
        return vector.IsFinite
            ? vector
            : throw new ArgumentException(FormattableString.Invariant(
                $"{what} must have a longitude of at most 1e9 degrees either way; it is {lonDegrees:R}."));
    }
}
