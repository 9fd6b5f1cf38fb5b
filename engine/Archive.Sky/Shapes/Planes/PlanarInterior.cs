using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes.Planes;

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
    private readonly TangentPlane _plane;
    private readonly PlaneLine[] _lines;

    public PlanarInterior(in TangentPlane plane, PlaneLine[] lines) => (_plane, _lines) = (plane, lines);

    public override Vector512<double> CrossedOddly(
        in VectorBlock points, Vector512<double> near, out Vector512<double> nearest)
    {
        PlaneBlock block = _plane.Project(points);
        (Vector512<double> u, Vector512<double> v) = (block.U, block.V);
        Vector512<double> odd = Vector512<double>.Zero;
        Vector512<double> least = Vector512.Create(double.PositiveInfinity);

        // Only sign bits matter here: of the end's v less the point's, and of the line's side.
        Vector512<double> above = Vector512.Create(_lines[0].StartV) - v;
        foreach (ref readonly PlaneLine line in _lines.AsSpan())
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
        nearest = least * block.Height;
        return Vector512.ShiftRightArithmetic(odd.AsInt64(), 63).AsDouble();
    }
}
