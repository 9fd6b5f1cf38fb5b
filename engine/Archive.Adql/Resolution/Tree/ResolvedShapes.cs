using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Tree;

/// <summary>
/// A shape on the sky of which the parts are known. Coordinates and sizes are expressions of type double, degrees, in ICRS unless whoever holds the shape says otherwise. As a
/// value it is DALI's array of numbers, null where one of them is. A geometry can also be any other expression of such a type: a column, a function.
/// </summary>
public abstract record ResolvedShape(ColumnType Type) : ResolvedExpression(Type);

public sealed record ResolvedPoint(ResolvedExpression Longitude, ResolvedExpression Latitude) : ResolvedShape(ColumnType.Point)
{
    public override IEnumerable<ResolvedExpression> Operands => [Longitude, Latitude];
}

public sealed record ResolvedCircle(ResolvedPoint Center, ResolvedExpression Radius) : ResolvedShape(ColumnType.Circle)
{
    public override IEnumerable<ResolvedExpression> Operands => [Center, Radius];
}

/// <summary>A cross of half-widths through the centre, closed by great circles (ADQL 2.1, section 4.2.9); the width is measured at the centre. As a value it is the polygon of its corners.</summary>
public sealed record ResolvedBox(ResolvedPoint Center, ResolvedExpression Width, ResolvedExpression Height) : ResolvedShape(ColumnType.Polygon)
{
    public override IEnumerable<ResolvedExpression> Operands => [Center, Width, Height];
}

/// <summary>Three or more vertices joined by great circles.</summary>
public sealed record ResolvedPolygon(NodeList<ResolvedPoint> Vertices) : ResolvedShape(ColumnType.Polygon)
{
    public override IEnumerable<ResolvedExpression> Operands => Vertices;
}
