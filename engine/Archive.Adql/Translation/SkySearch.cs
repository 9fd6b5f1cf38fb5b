using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;
using Archive.Sky.Healpix;
using Archive.Sky.Shapes;

namespace Archive.Adql.Translation;

/// <summary>
/// Finds the predicates that search a table by its position, for which the store has unit vectors and HEALPix cells: a point of the table's position columns in
/// a fixed shape, or nearer than a fixed distance to a fixed point.
/// </summary>
internal static class SkySearch
{
    /// <summary>A shape with more than this fraction of the sky isn't worth a list of its cells.</summary>
    private const double LargestFraction = 0.25;

    /// <summary>Degrees; the sky library refuses to make a shape of more.</summary>
    private const double LargestLongitude = 1e9;

    private const long CellsOfTheSky = 12L << 58;

    /// <summary>A narrower gap between two ranges is read rather than left out.</summary>
    private const long SmallestGapLeftOut = CellsOfTheSky / 256;

    /// <summary>Adds to the set each source that the condition searches by position.</summary>
    public static void FindSources(ResolvedCondition? condition, HashSet<TableSource> found)
    {
        switch (condition)
        {
            case ResolvedAnd and:
                foreach (var operand in and.Operands) FindSources(operand, found);
                break;
            case ResolvedOr or:
                foreach (var operand in or.Operands) FindSources(operand, found);
                break;
            case ResolvedInside { IsNegated: false } inside when Source(inside.Contains) is { } source:
                found.Add(source);
                break;
            case ResolvedRelated { IsNegated: false } related when Touching(related.Relation) is var (source, _):
                found.Add(source);
                break;
            case ResolvedComparison comparison when Near(comparison) is var (source, _):
                found.Add(source);
                break;
        }
    }

    /// <summary>The source whose position is looked for in a fixed shape; null if the predicate is another.</summary>
    public static TableSource? Source(ResolvedContains contains) => contains.Shape is ResolvedFixedShape ? PositionOf(contains.Point) : null;

    /// <summary>The source whose position must be near a fixed point, and the circle it then is in; null if the comparison says something else.</summary>
    public static (TableSource Source, CircleShape Circle)? Near(ResolvedComparison comparison)
    {
        if (Nearness(comparison) is not var ((first, second), limit) || Resolution.ConstantArithmetic.Evaluate(limit) is not { } radius) return null;
        var (position, center) = PositionOf(first) is null ? (second, first) : (first, second);
        if (PositionOf(position) is not { } source || center is not { Longitude: ResolvedReal lon, Latitude: ResolvedReal lat } || radius is not (>= 0 and < 90)
            || Math.Abs(lon.Value) > LargestLongitude) return null;
        // A hair wider: the exact test is the comparison itself, and may round the other way.
        return (source, new CircleShape(lon.Value, lat.Value, radius + 1e-9));
    }

    /// <summary>The distance that must be at most the limit, or less; null if the comparison says something else.</summary>
    public static (ResolvedDistance Distance, ResolvedExpression Limit)? Nearness(ResolvedComparison comparison) => comparison switch
    {
        { Operator: ComparisonOperator.Less or ComparisonOperator.LessOrEqual, Left: ResolvedDistance distance } => (distance, comparison.Right),
        { Operator: ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual, Right: ResolvedDistance distance } => (distance, comparison.Left),
        _ => null,
    };

    /// <summary>
    /// The source whose position is the centre of a circle or box of fixed size that must touch a fixed shape, and the circle that the position then is in; null if the
    /// relation is another.
    /// </summary>
    public static (TableSource Source, CircleShape Circle)? Touching(ResolvedShapeRelation relation)
    {
        var (around, touched) = FixedShapes.Of(relation.Second) is { } second ? (relation.First, second) : (relation.Second, FixedShapes.Of(relation.First));
        if (touched is null || Around(around) is not var (center, reachDegrees) || PositionOf(center) is not { } source) return null;
        var bounds = touched.BoundingCircle;
        return bounds.RadiusDegrees + reachDegrees < 90 ? (source, new CircleShape(bounds.LonDegrees, bounds.LatDegrees, bounds.RadiusDegrees + reachDegrees + 1e-9)) : null;
    }

    private static (ResolvedPoint Center, double ReachDegrees)? Around(ResolvedExpression shape) => shape switch
    {
        ResolvedCircle { Center: var center, Radius: ResolvedReal radius } => (center, radius.Value),
        ResolvedBox { Center: var center, Width: ResolvedReal width, Height: ResolvedReal height } => (center, new BoxShape(0, 0, width.Value, height.Value).BoundingCircle.RadiusDegrees),
        _ => null,
    };

    /// <summary>Ranges of cells that cover the shape, near ones joined; none if the shape is so large that they wouldn't help. Sorted and disjoint.</summary>
    public static List<IndexRange> Cells(SkyShape shape)
    {
        var ranges = new List<IndexRange>();
        double cells = 0;
        foreach (var range in Coverage.Of(shape))
        {
            cells += range.Last - range.First + 1;
            if (ranges.Count > 0 && range.First - ranges[^1].Last < SmallestGapLeftOut) ranges[^1] = new IndexRange(ranges[^1].First, range.Last);
            else ranges.Add(range);
        }

        return cells > LargestFraction * CellsOfTheSky ? [] : ranges;
    }

    /// <summary>The source of which the point is the position; null if it is another point.</summary>
    public static TableSource? PositionOf(ResolvedPoint point) =>
        point is { Longitude: ResolvedColumn longitude, Latitude: ResolvedColumn latitude } && longitude.Source == latitude.Source
        && longitude.Source.Table?.Position is { } position && Is(longitude, position.RightAscension) && Is(latitude, position.Declination)
            ? longitude.Source : null;

    private static bool Is(ResolvedColumn column, string name) => column.Column.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
