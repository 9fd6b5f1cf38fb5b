using Archive.Sky.Shapes;

namespace Archive.Bench.Data;

/// <summary>The shapes that positions are tested against.</summary>
internal static class NamedShapes
{
    public const double CentreLonDegrees = 150;
    public const double CentreLatDegrees = 20;

    public static IReadOnlyDictionary<string, SkyShape> ByName { get; } = new Dictionary<string, SkyShape>
    {
        ["circle, radius 1°"] = new CircleShape(CentreLonDegrees, CentreLatDegrees, 1),
        ["circle, radius 120°"] = new CircleShape(CentreLonDegrees, CentreLatDegrees, 120),
        ["box, 2° x 120°"] = new BoxShape(CentreLonDegrees, CentreLatDegrees, 2, 120),
        ["polygon, 4 vertices, radius 1°"] = Star(4, 1, 1),
        ["polygon, 4 vertices, radius 60°"] = Star(4, 60, 60),
        ["polygon, 100 vertices, radius 1°"] = Star(100, 0.5, 1),
        ["polygon, 100 vertices, radius 60°"] = Star(100, 30, 60),
    };

    /// <summary>A polygon whose vertices lie in turn at one of two distances from its centre.</summary>
    private static PolygonShape Star(int vertices, double innerDegrees, double outerDegrees)
    {
        var lonLatDegrees = new double[2 * vertices];
        var (sinCentre, cosCentre) = Math.SinCos(CentreLatDegrees * (Math.PI / 180));
        for (var i = 0; i < vertices; i++)
        {
            var (sinReach, cosReach) = Math.SinCos((i % 2 == 0 ? outerDegrees : innerDegrees) * (Math.PI / 180));
            var (sinBearing, cosBearing) = Math.SinCos(2 * Math.PI * i / vertices);
            var sinLat = (sinCentre * cosReach) + (cosCentre * sinReach * cosBearing);
            var lonOffset = Math.Atan2(sinBearing * sinReach * cosCentre, cosReach - (sinCentre * sinLat));
            lonLatDegrees[2 * i] = CentreLonDegrees + (lonOffset * (180 / Math.PI));
            lonLatDegrees[(2 * i) + 1] = Math.Asin(sinLat) * (180 / Math.PI);
        }

        return new PolygonShape(lonLatDegrees);
    }
}
