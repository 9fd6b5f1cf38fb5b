namespace Archive.Sky.Shapes.Areas;

/// <summary>The area between the four great circles of a box.</summary>
internal static class BoxArea
{
    /// <summary>The solid angle of a pyramid on a rectangle, 4 asin(sin(w/2) sin(h/2)); beyond 180 degrees of width what goes on behind.</summary>
    public static double Steradians(double widthDegrees, double heightDegrees) => widthDegrees <= 180
        ? Pyramid(widthDegrees, heightDegrees)
        : 2 * Pyramid(180, heightDegrees) - Pyramid(360 - widthDegrees, heightDegrees);

    private static double Pyramid(double widthDegrees, double heightDegrees) =>
        4 * Math.Asin(Math.Sin(widthDegrees * (Math.PI / 360)) * Math.Sin(heightDegrees * (Math.PI / 360)));
}
