namespace Archive.Sky.Shapes;

/// <summary>Checks the numbers of a polygon and makes unit vectors of them.</summary>
internal static class PolygonVertices
{
    // Neighbours nearer than this (a hundredth of a microarcsecond) are one vertex; so near to opposite, the arc between them is anyone's.
    private const double SameRadians = 5e-14;
    private const double OppositeRadians = 1e-9;

    /// <exception cref="ArgumentException">See <see cref="PolygonShape"/>.</exception>
    public static UnitVector[] Require(ReadOnlySpan<double> lonLatDegrees)
    {
        if (lonLatDegrees.Length % 2 != 0)
        {
            throw new ArgumentException("A polygon takes longitude and latitude in pairs; one number is left over.");
        }

        if (lonLatDegrees.Length / 2 > PolygonShape.MaxVertices)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A polygon may have {PolygonShape.MaxVertices} vertices; it has {lonLatDegrees.Length / 2}."));
        }

        var vertices = new List<UnitVector>(lonLatDegrees.Length / 2);
        for (int i = 0; i < lonLatDegrees.Length; i += 2)
        {
            UnitVector vertex = Position.Require(
                lonLatDegrees[i],
                lonLatDegrees[i + 1],
                FormattableString.Invariant($"Vertex {i / 2 + 1} of a polygon"));
            if (vertices.Count == 0 || vertices[^1].RadiansTo(vertex) > SameRadians)
            {
                vertices.Add(vertex);
            }
        }

        // A polygon is closed by itself; one that repeats its first vertex at the end means the same.
        while (vertices.Count > 1 && vertices[^1].RadiansTo(vertices[0]) <= SameRadians)
        {
            vertices.RemoveAt(vertices.Count - 1);
        }

        RequireThreeDistinct(vertices);
        RequireEdges(vertices);
        return [.. vertices];
    }

    private static void RequireThreeDistinct(List<UnitVector> vertices)
    {
        // Neighbours differ by now, so a third distinct one is missing only where two take turns.
        bool third = vertices.Count > 2
            && vertices.Exists(v => v.RadiansTo(vertices[0]) > SameRadians && v.RadiansTo(vertices[1]) > SameRadians);
        if (!third)
        {
            throw new ArgumentException("A polygon needs at least 3 distinct vertices.");
        }
    }

    private static void RequireEdges(List<UnitVector> vertices)
    {
        for (int i = 0; i < vertices.Count; i++)
        {
            UnitVector next = vertices[(i + 1) % vertices.Count];
            if (vertices[i].RadiansTo(next.Antipode) < OppositeRadians)
            {
                throw new ArgumentException(
                    "Two neighbouring vertices of a polygon are opposite one another on the sphere, so no great circle "
                    + "between them is the shortest; put a vertex between them.");
            }
        }
    }
}
