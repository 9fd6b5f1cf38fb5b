using Archive.Adql.Resolution.Tree;
using Archive.Sky.Frames;

namespace Archive.Adql.Resolution.Geometries;

/// <summary>A geometry and the frame of its numbers.</summary>
/// <param name="Geometry">Any expression that is one.</param>
/// <param name="Frame">Null where the query doesn't say; that is ICRS, or inside another geometry the frame of that one.</param>
internal readonly record struct FramedGeometry(ResolvedExpression Geometry, SkyFrame? Frame)
{
    /// <summary>The query writes out all its numbers.</summary>
    public bool IsFixed => FixedShapes.Of(Geometry) is not null;
}
