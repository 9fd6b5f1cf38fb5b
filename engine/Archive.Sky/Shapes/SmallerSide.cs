namespace Archive.Sky.Shapes;

/// <summary>Finds the inside of a polygon that doesn't fit into a hemisphere: the side with the smaller area.</summary>
internal static class SmallerSide
{
    /// <exception cref="ArgumentException">Both sides have the same area.</exception>
    public static SphericalInterior Of(PolygonEdges edges)
    {
        double leftArea = LeftArea(edges.All);
        if (Math.Abs(leftArea - 2 * Math.PI) < 1e-9)
        {
            throw new ArgumentException(
                "The edges of this polygon halve the sphere, so neither side is the smaller and thus the inside.");
        }

        Edge longest = edges.All[0];
        foreach (ref readonly Edge edge in edges.All)
        {
            longest = Length(edge) > Length(longest) ? edge : longest;
        }

        // A point just left of the longest edge is on the left of all, once no other edge is as near.
        double step = 0.01 * Math.Min(1, Length(longest));
        while (step > 1e-9 && edges.CountWithin(longest.Middle, 2.5 * step) > 1)
        {
            step /= 2;
        }

        return new SphericalInterior(
            edges.All, longest.Middle.Towards(longest.Left, step), referenceInside: leftArea < 2 * Math.PI);
    }

    /// <summary>Area to the left of the edges in steradians, 0 to 4π, by the turning at the vertices (Gauss and Bonnet).</summary>
    private static double LeftArea(ReadOnlySpan<Edge> edges)
    {
        double turning = 0;
        for (int i = 0; i < edges.Length; i++)
        {
            UnitVector incoming = edges[i].Left;
            UnitVector outgoing = edges[(i + 1) % edges.Length].Left;
            turning += Math.Atan2(incoming.Cross(outgoing).Dot(edges[i].End), incoming.Dot(outgoing));
        }

        double area = Math.IEEERemainder(2 * Math.PI - turning, 4 * Math.PI);
        return area < 0 ? area + 4 * Math.PI : area;
    }

    private static double Length(in Edge edge) => edge.Start.RadiansTo(edge.End);
}
