using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>The edges of a polygon, for the questions of what is on them or near them.</summary>
internal sealed class PolygonEdges
{
    private readonly Edge[] _edges;

    /// <summary>Edges between the vertices in turn, the last joined to the first.</summary>
    public PolygonEdges(ReadOnlySpan<UnitVector> vertices)
    {
        _edges = new Edge[vertices.Length];
        for (int i = 0; i < _edges.Length; i++)
        {
            _edges[i] = Edge.Between(vertices[i], vertices[(i + 1) % vertices.Length]);
        }
    }

    /// <summary>The edges in turn.</summary>
    public ReadOnlySpan<Edge> All => _edges;

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

    /// <summary>All bits set in the lanes that lie on an edge or an end of it.</summary>
    public Vector512<double> Holding(in VectorBlock points)
    {
        Vector512<double> held = Vector512<double>.Zero;
        Vector512<double> tolerance = Vector512.Create(ChordLimit.Tolerance);
        foreach (ref readonly Edge edge in _edges.AsSpan())
        {
            held |= Vector512.LessThanOrEqual(Vector512.Abs(points.Dot(edge.Left)), tolerance)
                & Vector512.GreaterThanOrEqual(points.Dot(edge.FromStart), -tolerance)
                & Vector512.GreaterThanOrEqual(points.Dot(edge.FromEnd), -tolerance)
                & Vector512.GreaterThan(points.Dot(edge.Middle), Vector512<double>.Zero);
        }

        return held;
    }
}
