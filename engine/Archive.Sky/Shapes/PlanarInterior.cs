using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>
/// The inside of a polygon that fits into less than a hemisphere: seen from the centre of the sphere on a plane that touches
/// it (the gnomonic projection) great circles are straight lines, and the old rule of the plane holds.
/// </summary>
/// <remarks>
/// With u and v the coordinates on the plane, a ray goes from the point towards growing u. An edge is crossed when one end
/// has v at or above the point's and the other hasn't, and the point is on the edge's near side. The comparison with a
/// vertex's v serves both edges that meet there, so that a ray through a vertex is never counted wrongly.
/// </remarks>
internal sealed class PlanarInterior : PolygonInterior
{
    private readonly UnitVector _centre;
    private readonly UnitVector _alongU;
    private readonly UnitVector _alongV;
    private readonly Line[] _lines;
    private readonly double _firstV;

    public PlanarInterior(ReadOnlySpan<Edge> edges, in UnitVector centre)
    {
        _centre = centre;
        _alongU = centre.AnyPerpendicular();
        _alongV = centre.Cross(_alongU).Normalized();
        _firstV = VOf(edges[0].Start);
        _lines = new Line[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            // Turned so that it is negative where the ray still has the edge before it.
            UnitVector normal = edges[i].Left.Dot(_alongU) < 0 ? edges[i].Left.Antipode : edges[i].Left;
            _lines[i] = new Line(
                normal.Dot(_centre), normal.Dot(_alongU), normal.Dot(_alongV), VOf(edges[i].End));
        }
    }

    public override Vector512<double> CrossedOddly(in VectorBlock points, out Vector512<double> nearest)
    {
        Vector512<double> height = points.Dot(_centre);
        Vector512<double> u = points.Dot(_alongU) / height;
        Vector512<double> v = points.Dot(_alongV) / height;
        Vector512<double> odd = Vector512<double>.Zero;
        Vector512<double> least = Vector512.Create(double.PositiveInfinity);

        // Only sign bits matter here: of the end's v less the point's, and of the line's side.
        Vector512<double> above = Vector512.Create(_firstV) - v;
        foreach (ref readonly Line line in _lines.AsSpan())
        {
            Vector512<double> nextAbove = Vector512.Create(line.EndV) - v;
            Vector512<double> passed = Vector512.MultiplyAddEstimate(
                Vector512.Create(line.PerU),
                u,
                Vector512.MultiplyAddEstimate(Vector512.Create(line.PerV), v, Vector512.Create(line.Constant)));
            odd ^= (above ^ nextAbove) & passed;
            least = Vector512.MinNative(least, Vector512.Abs(passed));
            above = nextAbove;
        }

        // The plane is farther from the centre of the sphere than the sphere itself by this factor.
        nearest = least * height;
        return Vector512.ShiftRightArithmetic(odd.AsInt64(), 63).AsDouble();
    }

    private double VOf(in UnitVector vertex) => vertex.Dot(_alongV) / vertex.Dot(_centre);

    /// <summary>An edge's line Constant + PerU·u + PerV·v = 0, and where the edge ends.</summary>
    private readonly record struct Line(double Constant, double PerU, double PerV, double EndV);
}
