namespace Archive.Sky.Shapes;

/// <summary>
/// Finds the direction from which crossings are counted: a point off all edges of which it is known whether it is
/// inside.
/// </summary>
internal static class PolygonReference
{
    // An irrational part of a turn: no symmetry of a polygon falls in with all the directions tried.
    private const double TurnStep = 2.399963229728653;
    private const int Tries = 16;

    /// <summary>A point just beyond a circle that holds the whole polygon.</summary>
    public static UnitVector Beyond(ReadOnlySpan<UnitVector> vertices, in UnitVector centre, double radiusRadians)
    {
        UnitVector east = centre.AnyPerpendicular();
        UnitVector north = centre.Cross(east);
        double distance = radiusRadians + Math.Min(radiusRadians / 2, 0.2);
        UnitVector best = default;
        double bestClearance = -1;
        for (int i = 1; i <= Tries; i++)
        {
            UnitVector candidate = centre.Towards(east.Towards(north, i * TurnStep), distance);
            double clearance = Clearance(vertices, candidate);
            if (clearance > bestClearance)
            {
                (best, bestClearance) = (candidate, clearance);
            }
        }

        return best;
    }

    /// <summary>
    /// For a polygon that doesn't fit into a hemisphere: a point close to the left of its longest edge, and whether the
    /// left is the smaller side.
    /// </summary>
    /// <exception cref="ArgumentException">Both sides have the same area.</exception>
    public static PolygonEdges BesideAnEdge(UnitVector[] vertices)
    {
        double leftArea = LeftArea(vertices);
        if (Math.Abs(leftArea - 2 * Math.PI) < 1e-9)
        {
            throw new ArgumentException(
                "The edges of this polygon halve the sphere, so neither side is the smaller and thus the inside.");
        }

        int longest = 0;
        for (int i = 1; i < vertices.Length; i++)
        {
            if (EdgeLength(vertices, i) > EdgeLength(vertices, longest))
            {
                longest = i;
            }
        }

        UnitVector a = vertices[longest];
        UnitVector b = vertices[(longest + 1) % vertices.Length];
        UnitVector middle = new UnitVector(a.X + b.X, a.Y + b.Y, a.Z + b.Z).Normalized();
        UnitVector left = a.Cross(b).Normalized();

        // Halved until nothing but its own edge is as near; simple polygons need few halvings.
        var trial = PolygonEdges.WithReference(vertices, left, false);
        double step = 0.01 * Math.Min(1, EdgeLength(vertices, longest));
        while (step > 1e-9 && trial.CountWithin(middle, 2.5 * step) > 1)
        {
            step /= 2;
        }

        return PolygonEdges.WithReference(vertices, middle.Towards(left, step), leftArea < 2 * Math.PI);
    }

    /// <summary>Area to the left of the edges in steradians, 0 to 4π, by the turning at the vertices (Gauss and Bonnet).</summary>
    private static double LeftArea(ReadOnlySpan<UnitVector> vertices)
    {
        double turning = 0;
        for (int i = 0; i < vertices.Length; i++)
        {
            UnitVector before = vertices[i];
            UnitVector vertex = vertices[(i + 1) % vertices.Length];
            UnitVector after = vertices[(i + 2) % vertices.Length];
            UnitVector incoming = before.Cross(vertex).Normalized();
            UnitVector outgoing = vertex.Cross(after).Normalized();
            turning += Math.Atan2(incoming.Cross(outgoing).Dot(vertex), incoming.Dot(outgoing));
        }

        double area = Math.IEEERemainder(2 * Math.PI - turning, 4 * Math.PI);
        return area < 0 ? area + 4 * Math.PI : area;
    }

    private static double Clearance(ReadOnlySpan<UnitVector> vertices, in UnitVector candidate)
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < vertices.Length; i++)
        {
            UnitVector normal = vertices[i].Cross(vertices[(i + 1) % vertices.Length]).Normalized();
            least = Math.Min(least, Math.Abs(normal.Dot(candidate)));
        }

        return least;
    }

    private static double EdgeLength(ReadOnlySpan<UnitVector> vertices, int i) =>
        vertices[i].RadiansTo(vertices[(i + 1) % vertices.Length]);
}
