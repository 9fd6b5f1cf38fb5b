using Archive.Adql.Resolution.Tree;
using Archive.Sky.Frames;
using Archive.Sky.Moc;

namespace Archive.Adql.Resolution.Geometries;

/// <summary>A geometry and the frame of its numbers.</summary>
/// <param name="Geometry">Any expression that is one.</param>
/// <param name="Frame">Null where the query doesn't say; that is ICRS, or inside another geometry the frame of that one.</param>
internal readonly record struct FramedGeometry(ResolvedExpression Geometry, SkyFrame? Frame)
{
    /// <summary>It can be turned to another frame when the query is compiled: all its numbers are written out. A coverage map is of ICRS by its nature.</summary>
    public bool IsFixed => FixedShapes.Of(Geometry) is not (null or MocShape);
}
