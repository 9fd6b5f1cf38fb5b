using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Tree;

/// <summary>Great-circle distance in degrees; null where a coordinate is.</summary>
public sealed record ResolvedDistance(ResolvedPoint First, ResolvedPoint Second) : ResolvedExpression(ColumnType.Double)
{
    public override IEnumerable<ResolvedExpression> Operands => [First, Second];
}

/// <summary>1 where the point is in the shape or on its border, else 0; null where a coordinate is.</summary>
/// <param name="Point">The point.</param>
/// <param name="Shape">A fixed shape, or a circle, box or polygon of which the row gives the numbers; in the frame of the point.</param>
public sealed record ResolvedContains(ResolvedPoint Point, ResolvedShape Shape) : ResolvedExpression(ColumnType.Int)
{
    public override IEnumerable<ResolvedExpression> Operands => [Point, Shape];
}

/// <summary>How two geometries may lie to one another.</summary>
public enum ShapeRelation
{
    /// <summary>The first lies wholly in the second or on its border.</summary>
    Within,

    /// <summary>They have a point in common, borders included.</summary>
    Intersects,
}

/// <summary>1 where the relation holds of two geometries of any kind, else 0; null where one of them is. What is no shape, such as a circle of negative radius, is related to nothing.</summary>
public sealed record ResolvedShapeRelation(ShapeRelation Relation, ResolvedExpression First, ResolvedExpression Second) : ResolvedExpression(ColumnType.Int)
{
    public override IEnumerable<ResolvedExpression> Operands => [First, Second];
}

/// <summary>One of the numbers of a geometry that is a value: a column, or the result of a function.</summary>
/// <param name="Geometry">Any expression of the type point or circle.</param>
/// <param name="Number">1 for the longitude, 2 for the latitude, 3 for the radius.</param>
public sealed record ResolvedElement(ResolvedExpression Geometry, int Number) : ResolvedExpression(ColumnType.Double)
{
    public override IEnumerable<ResolvedExpression> Operands => [Geometry];
}

/// <summary>A geometry in the form that functions of shapes take: encoded as bytes. Only ever an argument of such a function.</summary>
public sealed record ResolvedEncodedShape(ResolvedExpression Geometry) : ResolvedExpression(new ColumnType(Datatype.UnsignedByte, "*"))
{
    public override IEnumerable<ResolvedExpression> Operands => [Geometry];
}
