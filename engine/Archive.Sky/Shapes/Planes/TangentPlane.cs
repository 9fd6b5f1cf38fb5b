using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes.Planes;

/// <summary>The plane that touches the sphere at a centre, on which great circles are straight lines (the gnomonic projection).</summary>
internal readonly struct TangentPlane
{
    private readonly UnitVector _centre;
    private readonly UnitVector _alongU;
    private readonly UnitVector _alongV;

    public TangentPlane(in UnitVector centre)
    {
        _centre = centre;
        _alongU = centre.AnyPerpendicular();
        _alongV = centre.Cross(_alongU).Normalized();
    }

    /// <summary>The edges as lines of the plane.</summary>
    public PlaneLine[] LinesOf(ReadOnlySpan<Edge> edges)
    {
        var lines = new PlaneLine[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            // Turned so that it is negative where a ray towards growing u still has the edge before it.
            UnitVector normal = edges[i].Left.Dot(_alongU) < 0 ? edges[i].Left.Antipode : edges[i].Left;
            (double startU, double startV) = Project(edges[i].Start);
            (double endU, double endV) = Project(edges[i].End);
            lines[i] = new PlaneLine(
                normal.Dot(_centre), normal.Dot(_alongU), normal.Dot(_alongV), startU, startV, endU, endV);
        }

        return lines;
    }

    /// <summary>Positions on the plane; those beyond the horizon come out mirrored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PlaneBlock Project(in VectorBlock points)
    {
        Vector512<double> height = points.Dot(_centre);
        Vector512<double> perHeight = Vector512<double>.One / height;
        return new PlaneBlock(points.Dot(_alongU) * perHeight, points.Dot(_alongV) * perHeight, height);
    }

    private (double U, double V) Project(in UnitVector point)
    {
        double height = point.Dot(_centre);
        return (point.Dot(_alongU) / height, point.Dot(_alongV) / height);
    }
}
