using System.Globalization;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Tree;
using Archive.Sky.Moc;
using Archive.Sky.Shapes;

namespace Archive.Adql.Printing;

/// <summary>Shapes on one line.</summary>
public sealed partial class ResolvedPrinter
{
    private static string Shape(ResolvedShape shape) => shape switch
    {
        _ when GeometryParts.Whole(shape) is { } whole => Value(whole),
        ResolvedPoint point => $"point({Value(point.Longitude)}, {Value(point.Latitude)})",
        ResolvedCircle circle => $"circle({Value(circle.Center)}, {Value(circle.Radius)})",
        ResolvedBox box => $"box({Value(box.Center)}, {Value(box.Width)}, {Value(box.Height)})",
        ResolvedPolygon polygon => $"polygon({string.Join(", ", polygon.Vertices.Select(Value))})",
        ResolvedFixedShape { Shape: CircleShape circle } => string.Create(CultureInfo.InvariantCulture, $"circle({circle.LonDegrees}, {circle.LatDegrees}, {circle.RadiusDegrees})"),
        ResolvedFixedShape { Shape: BoxShape box } => string.Create(CultureInfo.InvariantCulture, $"box({box.LonDegrees}, {box.LatDegrees}, {box.WidthDegrees}, {box.HeightDegrees})"),
        ResolvedFixedShape { Shape: PolygonShape polygon } => $"polygon({string.Join(", ", polygon.LonLatDegrees.ToArray().Select(degrees => degrees.ToString(CultureInfo.InvariantCulture)))})",
        ResolvedFixedShape { Shape: MocShape moc } => $"moc({moc})",
        _ => "region",
    };
}
