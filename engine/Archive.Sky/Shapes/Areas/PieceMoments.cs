using Archive.Sky.Shapes.Relations;

namespace Archive.Sky.Shapes.Areas;

/// <summary>What a piece of a border encloses together with a point of reference, as if the inside were on its left.</summary>
/// <param name="Steradians">The area.</param>
/// <param name="InPlane">The area times its centre's offset from the reference, for what is small enough to be flat.</param>
/// <param name="OnSphere">The piece's share of the integral of the direction over the area, which needs no reference.</param>
internal readonly record struct PieceMoments(double Steradians, UnitVector InPlane, UnitVector OnSphere)
{
    public static PieceMoments Of(in BorderPiece piece, in UnitVector reference)
    {
        Arc arc = piece.Arc;
        UnitVector start = arc.At(piece.Start), end = arc.At(piece.End);
        double triangle = TriangleArea.Steradians(reference, start, end);
        UnitVector inPlane = Offset(triangle / 3, reference, reference, start, end);
        if (arc.IsGreat)
        {
            return new PieceMoments(triangle, inPlane, arc.HalfLineIntegral(piece.Start, piece.End));
        }

        // Between the arc and the straight way from its start to its end: the sector less the triangle at the circle's centre.
        double sweep = piece.End - piece.Start;
        double sector = CapArea.Steradians(arc.RadiusRadians) * (sweep / (2 * Math.PI));
        double inner = TriangleArea.Steradians(arc.Axis, start, end);
        double share = 4 * Math.Sin(sweep / 2) / (3 * sweep);
        UnitVector ofSector = Offset(sector, reference, Between(arc.Axis, piece.Middle, share));
        UnitVector ofInner = Offset(inner / 3, reference, arc.Axis, start, end);
        return new PieceMoments(
            triangle + sector - inner,
            new UnitVector(
                inPlane.X + ofSector.X - ofInner.X, inPlane.Y + ofSector.Y - ofInner.Y, inPlane.Z + ofSector.Z - ofInner.Z),
            arc.HalfLineIntegral(piece.Start, piece.End));
    }

    private static UnitVector Between(in UnitVector a, in UnitVector b, double share) =>
        new(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y), a.Z + share * (b.Z - a.Z));

    private static UnitVector Offset(double weight, in UnitVector reference, params ReadOnlySpan<UnitVector> points)
    {
        double x = 0, y = 0, z = 0;
        foreach (UnitVector point in points)
        {
            x += point.X - reference.X;
            y += point.Y - reference.Y;
            z += point.Z - reference.Z;
        }

        return new UnitVector(weight * x, weight * y, weight * z);
    }
}
