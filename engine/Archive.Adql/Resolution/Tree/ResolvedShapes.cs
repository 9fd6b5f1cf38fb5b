using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution.Tree;

/// <summary>A shape on the sky. Coordinates and sizes are expressions of type double, ICRS degrees.</summary>
public abstract record ResolvedShape
{
    /// <summary>Coordinates and sizes that are computed in each row.</summary>
    public virtual IEnumerable<ResolvedExpression> Numbers => [];
}

public sealed record ResolvedPoint(ResolvedExpression Longitude, ResolvedExpression Latitude) : ResolvedShape
{
    public override IEnumerable<ResolvedExpression> Numbers => [Longitude, Latitude];
}

public sealed record ResolvedCircle(ResolvedPoint Center, ResolvedExpression Radius) : ResolvedShape
{
    public override IEnumerable<ResolvedExpression> Numbers => [.. Center.Numbers, Radius];
}

/// <summary>A cross of half-widths through the centre, closed by great circles (ADQL 2.1, section 4.2.9); the width is measured at the centre.</summary>
public sealed record ResolvedBox(ResolvedPoint Center, ResolvedExpression Width, ResolvedExpression Height) : ResolvedShape
{
    public override IEnumerable<ResolvedExpression> Numbers => [.. Center.Numbers, Width, Height];
}

/// <summary>Three or more vertices joined by great circles.</summary>
public sealed record ResolvedPolygon(NodeList<ResolvedPoint> Vertices) : ResolvedShape
{
    public override IEnumerable<ResolvedExpression> Numbers => Vertices.SelectMany(vertex => vertex.Numbers);
}
