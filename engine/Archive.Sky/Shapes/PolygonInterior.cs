using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>Tells the inside of a polygon from its outside by counting crossings of its edges.</summary>
internal abstract class PolygonInterior
{
    /// <summary>
    /// All bits set in the lanes from which the way to a point outside crosses the edges an odd number of times. On an edge the
    /// answer is either.
    /// </summary>
    /// <param name="points">Positions.</param>
    /// <param name="near">The lanes that lie within the polygon's bounding circle; what comes out in others means nothing.</param>
    /// <param name="nearest">Distance in radians to the nearest great circle of which an edge is part.</param>
    public abstract Vector512<double> CrossedOddly(
        in VectorBlock points, Vector512<double> near, out Vector512<double> nearest);
}
