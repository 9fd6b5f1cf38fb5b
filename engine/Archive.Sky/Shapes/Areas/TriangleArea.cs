namespace Archive.Sky.Shapes.Areas;

/// <summary>The area of a spherical triangle, positive where its corners go counter-clockwise seen from outside.</summary>
internal static class TriangleArea
{
    /// <summary>Steradians, -2π to 2π.</summary>
    /// <remarks>
    /// Van Oosterom and Strackee (1983): tan(E/2) = a·(b×c) / (1 + a·b + b·c + c·a). The product is taken of the differences from
    /// one corner, which are exact where the triangle is small.
    /// </remarks>
    public static double Steradians(in UnitVector a, in UnitVector b, in UnitVector c)
    {
        double bx = b.X - a.X, by = b.Y - a.Y, bz = b.Z - a.Z;
        double cx = c.X - a.X, cy = c.Y - a.Y, cz = c.Z - a.Z;
        double product = a.X * (by * cz - bz * cy) + a.Y * (bz * cx - bx * cz) + a.Z * (bx * cy - by * cx);
        return 2 * Math.Atan2(product, 1 + a.Dot(b) + b.Dot(c) + c.Dot(a));
    }
}
