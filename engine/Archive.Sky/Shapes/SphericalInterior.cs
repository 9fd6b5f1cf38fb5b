using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>
/// The inside of a polygon that doesn't fit into a hemisphere, by counting the edges that the arc from a reference point
/// crosses.
/// </summary>
/// <remarks>
/// For a position p and the reference r, every vertex lies on one side of the great circle through r and p or the other;
/// an edge is crossed when its ends lie on different sides and p lies beyond the edge as seen from r. Which side a
/// vertex lies on is computed once and serves both of its edges, so that an arc through a vertex is never counted wrongly.
/// </remarks>
internal sealed class SphericalInterior : PolygonInterior
{
    private static readonly double AllBitsSet = BitConverter.Int64BitsToDouble(-1);

    private readonly UnitVector _reference;
    private readonly UnitVector _besideReference;
    private readonly bool _referenceInside;
    private readonly UnitVector _firstVertex;
    private readonly Crossing[] _crossings;

    /// <param name="edges">The polygon's edges.</param>
    /// <param name="reference">A point on none of the edges.</param>
    /// <param name="referenceInside">Whether it is inside.</param>
    public SphericalInterior(ReadOnlySpan<Edge> edges, in UnitVector reference, bool referenceInside)
    {
        _reference = reference;
        _besideReference = reference.AnyPerpendicular();
        _referenceInside = referenceInside;
        _firstVertex = edges[0].Start;
        _crossings = new Crossing[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            bool referenceOnLeft = edges[i].Left.Dot(reference) > 0;
            _crossings[i] = new Crossing(
                edges[i].End,
                referenceOnLeft ? edges[i].Left.Antipode : edges[i].Left,
                referenceOnLeft ? AllBitsSet : 0);
        }
    }

    public override Vector512<double> CrossedOddly(
        in VectorBlock points, Vector512<double> near, out Vector512<double> nearest)
    {
        VectorBlock planes = PlanesThroughReference(points);
        Vector512<double> odd = _referenceInside ? Vector512<double>.AllBitsSet : Vector512<double>.Zero;
        nearest = Vector512.Create(double.PositiveInfinity);
        Vector512<double> side = Side(planes, _firstVertex);
        foreach (ref readonly Crossing crossing in _crossings.AsSpan())
        {
            Vector512<double> nextSide = Side(planes, crossing.End);
            Vector512<double> beyond = points.Dot(crossing.AwayFromReference);
            odd ^= (side ^ nextSide)
                & (side ^ Vector512.Create(crossing.Reversed))
                & Vector512.GreaterThan(beyond, Vector512<double>.Zero);
            nearest = Vector512.MinNative(nearest, Vector512.Abs(beyond));
            side = nextSide;
        }

        return odd;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Side(in VectorBlock planes, in UnitVector vertex) =>
        Vector512.GreaterThanOrEqual(planes.Dot(vertex), Vector512<double>.Zero);

    /// <summary>The normal of the great circle from the reference to each point, as in <see cref="UnitVector.Cross"/>.</summary>
    private VectorBlock PlanesThroughReference(in VectorBlock points)
    {
        Vector512<double> rx = Vector512.Create(_reference.X);
        Vector512<double> ry = Vector512.Create(_reference.Y);
        Vector512<double> rz = Vector512.Create(_reference.Z);
        Vector512<double> dx = rx - points.X, dy = ry - points.Y, dz = rz - points.Z;
        Vector512<double> sx = rx + points.X, sy = ry + points.Y, sz = rz + points.Z;
        Vector512<double> x = dy * sz - dz * sy, y = dz * sx - dx * sz, z = dx * sy - dy * sx;

        // Opposite the reference every great circle will do, but one it must be.
        Vector512<double> none = Vector512.Equals(x * x + y * y + z * z, Vector512<double>.Zero);
        return new VectorBlock(
            Vector512.ConditionalSelect(none, Vector512.Create(_besideReference.X), x),
            Vector512.ConditionalSelect(none, Vector512.Create(_besideReference.Y), y),
            Vector512.ConditionalSelect(none, Vector512.Create(_besideReference.Z), z));
    }

    /// <param name="End">The edge's second vertex.</param>
    /// <param name="AwayFromReference">Normal of its great circle, pointing to the side that the reference isn't on.</param>
    /// <param name="Reversed">All bits set where that is to the right of start to end, else 0.</param>
    private readonly record struct Crossing(UnitVector End, UnitVector AwayFromReference, double Reversed);
}
