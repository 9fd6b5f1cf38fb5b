using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>
/// The edges of a polygon, prepared for telling inside from outside by counting the edges that the arc from a reference
/// point crosses.
/// </summary>
/// <remarks>
/// For a position p and the reference r, every vertex lies on one side of the great circle through r and p or the other;
/// an edge is crossed when its ends lie on different sides and p lies beyond the edge as seen from r. Which side a
/// vertex lies on is computed once and serves both of its edges, so that an arc through a vertex is never counted wrongly.
/// </remarks>
internal sealed class PolygonEdges
{
    private readonly UnitVector _reference;
    private readonly UnitVector _besideReference;
    private readonly bool _referenceInside;
    private readonly Edge[] _edges;

    private PolygonEdges(UnitVector reference, bool referenceInside, Edge[] edges)
    {
        _reference = reference;
        _besideReference = reference.AnyPerpendicular();
        _referenceInside = referenceInside;
        _edges = edges;
    }

    /// <summary>Prepares edges between the vertices in turn, the last joined to the first.</summary>
    public static PolygonEdges WithReference(
        ReadOnlySpan<UnitVector> vertices, in UnitVector reference, bool referenceInside)
    {
        var edges = new Edge[vertices.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = Edge.Between(vertices[i], vertices[(i + 1) % vertices.Length], reference);
        }

        return new PolygonEdges(reference, referenceInside, edges);
    }

    /// <summary>All bits set in the lanes inside or on an edge. Not for NaN.</summary>
    public Vector512<double> Inside(in VectorBlock points)
    {
        Vector512<double> planeX, planeY, planeZ;
        (planeX, planeY, planeZ) = PlaneThroughReference(points);
        var planes = new VectorBlock(planeX, planeY, planeZ);
        Vector512<double> crossedOddly = _referenceInside ? Vector512<double>.AllBitsSet : Vector512<double>.Zero;
        Vector512<double> nearest = Vector512.Create(double.PositiveInfinity);
        Vector512<double> side = Side(planes, _edges[0].Start);
        foreach (ref readonly Edge edge in _edges.AsSpan())
        {
            Vector512<double> nextSide = Side(planes, edge.End);
            Vector512<double> beyond = points.Dot(edge.AwayFromReference);
            crossedOddly ^= (side ^ nextSide)
                & (side ^ Vector512.Create(edge.Reversed))
                & Vector512.GreaterThan(beyond, Vector512<double>.Zero);
            nearest = Vector512.MinNative(nearest, Vector512.Abs(beyond));
            side = nextSide;
        }

        Vector512<double> maybeOnEdge =
            Vector512.LessThanOrEqual(nearest, Vector512.Create(ChordLimit.Tolerance));
        return maybeOnEdge.ExtractMostSignificantBits() == 0 ? crossedOddly : crossedOddly | OnEdge(points);
    }

    /// <summary>Whether any edge comes as near to a direction as this.</summary>
    public bool AnyWithin(in UnitVector position, double radians)
    {
        foreach (ref readonly Edge edge in _edges.AsSpan())
        {
            if (edge.IsWithin(position, radians))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many edges come as near to a direction as this.</summary>
    public int CountWithin(in UnitVector position, double radians)
    {
        int count = 0;
        foreach (ref readonly Edge edge in _edges.AsSpan())
        {
            count += edge.IsWithin(position, radians) ? 1 : 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Side(in VectorBlock planes, in UnitVector vertex) =>
        Vector512.GreaterThanOrEqual(planes.Dot(vertex), Vector512<double>.Zero);

    /// <summary>The normal of the great circle from the reference to each point, as in <see cref="UnitVector.Cross"/>.</summary>
    private (Vector512<double> X, Vector512<double> Y, Vector512<double> Z) PlaneThroughReference(
        in VectorBlock points)
    {
        Vector512<double> rx = Vector512.Create(_reference.X);
        Vector512<double> ry = Vector512.Create(_reference.Y);
        Vector512<double> rz = Vector512.Create(_reference.Z);
        Vector512<double> dx = rx - points.X, dy = ry - points.Y, dz = rz - points.Z;
        Vector512<double> sx = rx + points.X, sy = ry + points.Y, sz = rz + points.Z;
        Vector512<double> x = dy * sz - dz * sy, y = dz * sx - dx * sz, z = dx * sy - dy * sx;

        // Opposite the reference every great circle will do, but one it must be.
        Vector512<double> none = Vector512.Equals(x * x + y * y + z * z, Vector512<double>.Zero);
        return (
            Vector512.ConditionalSelect(none, Vector512.Create(_besideReference.X), x),
            Vector512.ConditionalSelect(none, Vector512.Create(_besideReference.Y), y),
            Vector512.ConditionalSelect(none, Vector512.Create(_besideReference.Z), z));
    }

    private Vector512<double> OnEdge(in VectorBlock points)
    {
        Vector512<double> on = Vector512<double>.Zero;
        Vector512<double> tolerance = Vector512.Create(ChordLimit.Tolerance);
        foreach (ref readonly Edge edge in _edges.AsSpan())
        {
            on |= Vector512.LessThanOrEqual(Vector512.Abs(points.Dot(edge.AwayFromReference)), tolerance)
                & Vector512.GreaterThanOrEqual(points.Dot(edge.FromStart), -tolerance)
                & Vector512.GreaterThanOrEqual(points.Dot(edge.FromEnd), -tolerance)
                & Vector512.GreaterThan(points.Dot(edge.Middle), Vector512<double>.Zero);
        }

        return on;
    }
}
