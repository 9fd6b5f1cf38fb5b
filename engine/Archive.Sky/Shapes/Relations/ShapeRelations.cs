namespace Archive.Sky.Shapes.Relations;

/// <summary>Whether shapes of any kind have points in common, or one lies in the other.</summary>
/// <remarks>
/// All borders together, split where they meet, divide the sphere into corners, pieces of border and faces, and each of
/// these lies in a shape wholly or not at all. So it is enough to ask both shapes about one point of each. Borders count
/// as the shapes themselves count them; a face narrower than a microarcsecond may be missed.
/// </remarks>
internal static class ShapeRelations
{
    public static bool Intersects(SkyShape a, SkyShape b)
    {
        if (IsPoint(a) || IsPoint(b))
        {
            return IsPoint(b) ? a.Contains(((CircleShape)b).Centre) : b.Contains(((CircleShape)a).Centre);
        }

        if (RelationToBounds(a, b) == CapRelation.Disjoint || RelationToBounds(b, a) == CapRelation.Disjoint)
        {
            return false;
        }

        if (a is CircleShape && b is CircleShape)
        {
            return true;
        }

        // Most shapes that meet show it at a corner already.
        Border border = BorderOf(a, b);
        return SamplePoints.Corners(border).AnyInBoth(a, b)
            || (a.HasCells || b.HasCells
                ? CellRelations.Intersects(a, b)
                : SamplePoints.Around(BorderPieces.Of(border.Arcs)).AnyInBoth(a, b));
    }

    public static bool Contains(SkyShape outer, SkyShape inner)
    {
        if (IsPoint(inner))
        {
            return outer.Contains(((CircleShape)inner).Centre);
        }

        if (RelationToBounds(outer, inner) == CapRelation.Inside)
        {
            return true;
        }

        Border border = BorderOf(outer, inner);
        return !SamplePoints.Corners(border).AnyOnlyInFirst(inner, outer)
            && (outer.HasCells || inner.HasCells
                ? CellRelations.Contains(outer, inner)
                : !SamplePoints.Around(BorderPieces.Of(border.Arcs)).AnyOnlyInFirst(inner, outer));
    }

    private static bool IsPoint(SkyShape shape) => shape is CircleShape { RadiusDegrees: 0 };

    private static CapRelation RelationToBounds(SkyShape shape, SkyShape other) =>
        shape.RelationTo(other.BoundingCircle.Centre, other.BoundingCircle.RadiusDegrees * (Math.PI / 180));

    private static Border BorderOf(SkyShape a, SkyShape b)
    {
        var border = new Border();
        a.AddBorder(border);
        b.AddBorder(border);
        return border;
    }
}
