namespace Archive.Sky.Shapes.Composites;

/// <summary>Bounding circles made of others.</summary>
internal static class BoundingCircles
{
    // More than rounding and the tolerance of borders.
    private const double MarginDegrees = 1e-11;

    /// <summary>A circle around two, the smallest but for a margin.</summary>
    public static CircleShape AroundBoth(CircleShape a, CircleShape b)
    {
        double distance = a.Centre.DegreesTo(b.Centre);
        if (distance + b.RadiusDegrees <= a.RadiusDegrees)
        {
            return a;
        }

        if (distance + a.RadiusDegrees <= b.RadiusDegrees)
        {
            return b;
        }

        double radius = (distance + a.RadiusDegrees + b.RadiusDegrees) / 2 + MarginDegrees;
        if (radius >= 180)
        {
            return new CircleShape(a.LonDegrees, a.LatDegrees, 180);
        }

        UnitVector pole = a.Centre.Cross(b.Centre);
        UnitVector towards = pole.Dot(pole) > 0 ? pole.Cross(a.Centre).Normalized() : a.Centre.AnyPerpendicular();
        UnitVector centre = a.Centre.Towards(towards, (radius - a.RadiusDegrees) * (Math.PI / 180));
        return new CircleShape(centre.LonDegrees, centre.LatDegrees, Math.Min(180, radius + MarginDegrees));
    }

    /// <summary>What lies beyond a circle, seen from the other side.</summary>
    public static CircleShape AroundComplement(CircleShape circle)
    {
        UnitVector opposite = circle.Centre.Antipode;
        return new CircleShape(
            opposite.LonDegrees, opposite.LatDegrees, Math.Min(180, 180 - circle.RadiusDegrees + MarginDegrees));
    }
}
