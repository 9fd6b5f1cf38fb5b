using Archive.Sky.Shapes;

namespace Archive.Adql.Resolution.Tree;

/// <summary>A shape known when the query is compiled, ICRS degrees.</summary>
public sealed record ResolvedFixedShape(SkyShape Shape) : ResolvedShape;
