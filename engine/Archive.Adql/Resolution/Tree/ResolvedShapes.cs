using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution.Tree;

/// <summary>A shape on the sky. Coordinates and sizes are expressions of type double, ICRS degrees.</summary>
public abstract record ResolvedShape;

public sealed record ResolvedPoint(ResolvedExpression Longitude, ResolvedExpression Latitude) : ResolvedShape;

public sealed record ResolvedCircle(ResolvedPoint Center, ResolvedExpression Radius) : ResolvedShape;

/// <summary>A cross of half-widths through the centre, closed by great circles (ADQL 2.1, section 4.2.9); the width is measured at the centre.</summary>
public sealed record ResolvedBox(ResolvedPoint Center, ResolvedExpression Width, ResolvedExpression Height) : ResolvedShape;

/// <summary>Three or more vertices joined by great circles.</summary>
public sealed record ResolvedPolygon(NodeList<ResolvedPoint> Vertices) : ResolvedShape;
