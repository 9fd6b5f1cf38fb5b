namespace Archive.Sky.Shapes.Areas;

/// <summary>The area of a circle on the sphere, and its unit.</summary>
internal static class CapArea
{
    public const double SquareDegreesPerSteradian = 180 / Math.PI * (180 / Math.PI);

    /// <summary>2π(1 − cos r), written so that it keeps its digits for the smallest radii.</summary>
    public static double Steradians(double radiusRadians)
    {
        double sinHalf = Math.Sin(radiusRadians / 2);
        return 4 * Math.PI * sinHalf * sinHalf;
    }
}
