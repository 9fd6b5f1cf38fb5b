using Archive.Adql.Resolution.Tree;
using Archive.Sky.Shapes;

namespace Archive.Adql.Resolution.Geometries;

/// <summary>Shapes of which the query writes out all numbers: known before it runs.</summary>
internal static class FixedShapes
{
    public static bool IsFixed(ResolvedPoint point) => point is { Longitude: ResolvedReal, Latitude: ResolvedReal };

    /// <summary>A geometry of which all numbers are written out, a point as a circle of radius 0; null if it depends on the row.</summary>
    public static SkyShape? Of(ResolvedExpression geometry) => geometry switch
    {
        ResolvedFixedShape fixedShape => fixedShape.Shape,
        ResolvedPoint { Longitude: ResolvedReal lon, Latitude: ResolvedReal lat } => new CircleShape(lon.Value, lat.Value, 0),
        _ => null,
    };

    /// <summary>The shape as the sky library knows it where all its numbers are written out, else the shape as it is.</summary>
    /// <exception cref="ArgumentException">The numbers make no shape; the message says why.</exception>
    public static ResolvedShape Fix(ResolvedShape shape) => shape switch
    {
        ResolvedCircle { Radius: ResolvedReal radius, Center: { Longitude: ResolvedReal lon, Latitude: ResolvedReal lat } } =>
            new ResolvedFixedShape(new CircleShape(lon.Value, lat.Value, radius.Value)),
        ResolvedBox { Width: ResolvedReal width, Height: ResolvedReal height, Center: { Longitude: ResolvedReal lon, Latitude: ResolvedReal lat } } =>
            new ResolvedFixedShape(new BoxShape(lon.Value, lat.Value, width.Value, height.Value)),
        ResolvedPolygon polygon when polygon.Vertices.All(IsFixed) =>
            new ResolvedFixedShape(new PolygonShape([.. polygon.Vertices.SelectMany(vertex => new[] { ((ResolvedReal)vertex.Longitude).Value, ((ResolvedReal)vertex.Latitude).Value })])),
        ResolvedPoint { Longitude: ResolvedReal lon, Latitude: ResolvedReal lat } point => Checked(point, new CircleShape(lon.Value, lat.Value, 0)),
        // Sizes that are written out can be wrong whatever the row's position is.
        ResolvedCircle { Radius: ResolvedReal radius } circle => Checked(circle, new CircleShape(0, 0, radius.Value)),
        ResolvedBox { Width: var width, Height: var height } box => Checked(box, new BoxShape(0, 0, width is ResolvedReal w ? w.Value : 0, height is ResolvedReal h ? h.Value : 0)),
        _ => shape,
    };

    /// <summary>The shape that numbers make by DALI's rule: two a point, three a circle, more a polygon.</summary>
    public static ResolvedShape OfNumbers(ReadOnlySpan<double> numbers)
    {
        var points = new ResolvedPoint[numbers.Length / 2];
        for (var i = 0; i < points.Length; i++) points[i] = PointOf(numbers[2 * i], numbers[(2 * i) + 1]);
        return numbers.Length switch
        {
            2 => points[0],
            3 => new ResolvedCircle(points[0], new ResolvedReal(numbers[2])),
            _ => new ResolvedPolygon(new([.. points])),
        };
    }

    /// <summary>A shape of the sky library; a circle of radius 0 is a point.</summary>
    public static ResolvedShape OfShape(SkyShape shape) => shape is CircleShape { RadiusDegrees: 0 } point ? PointOf(point.LonDegrees, point.LatDegrees) : new ResolvedFixedShape(shape);

    /// <summary>
    /// Two circles of known radius have a point in common where the centre of one is in a circle around the other's centre, as wide as both together. Null for
    /// other shapes, and where the two together are wider than the sphere.
    /// </summary>
    public static (ResolvedPoint Center, ResolvedShape Circle)? AsOneCircle(ResolvedExpression first, ResolvedExpression second)
    {
        if (CircleOf(first) is not var (firstCenter, firstRadius) || CircleOf(second) is not var (secondCenter, secondRadius) || firstRadius + secondRadius > 180) return null;
        return (firstCenter, Fix(new ResolvedCircle(secondCenter, new ResolvedReal(firstRadius + secondRadius))));
    }

    /// <summary>The centre of a shape; null where it takes more than a look.</summary>
    public static ResolvedPoint? CentroidOf(SkyShape shape) => shape switch
    {
        CircleShape circle => PointOf(circle.LonDegrees, circle.LatDegrees),
        BoxShape box => PointOf(box.LonDegrees, box.LatDegrees),
        _ => null,
    };

    public static ResolvedPoint PointOf((double LonDegrees, double LatDegrees) position) => PointOf(position.LonDegrees, position.LatDegrees);

    private static ResolvedShape Checked(ResolvedShape shape, SkyShape _) => shape;

    private static (ResolvedPoint Center, double RadiusDegrees)? CircleOf(ResolvedExpression geometry) => geometry switch
    {
        ResolvedCircle { Center: var center, Radius: ResolvedReal radius } => (center, radius.Value),
        ResolvedFixedShape { Shape: CircleShape circle } => (PointOf(circle.LonDegrees, circle.LatDegrees), circle.RadiusDegrees),
        _ => null,
    };

    private static ResolvedPoint PointOf(double lonDegrees, double latDegrees) => new(new ResolvedReal(lonDegrees), new ResolvedReal(latDegrees));
}
