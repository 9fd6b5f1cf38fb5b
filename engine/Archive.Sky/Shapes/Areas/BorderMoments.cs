using Archive.Sky.Shapes.Relations;

namespace Archive.Sky.Shapes.Areas;

/// <summary>Area and centre of mass of a shape from the pieces of its border that have the inside on one side only.</summary>
/// <remarks>
/// Each such piece makes a triangle with one point of reference, and the triangles add up to the shape, with the sign of the
/// side the inside is on. So a border may cross itself, and the parts of a union may overlap.
/// </remarks>
internal static class BorderMoments
{
    // Below this size a plane is good to 1e-12 radians, and the sum over great arcs has lost as much to cancellation.
    private const double PlaneRadians = 1e-4;

    /// <exception cref="ArgumentException">The border meets itself at too many places.</exception>
    public static (double Steradians, UnitVector Centroid) Of(SkyShape shape)
    {
        var border = new Border();
        shape.AddBorder(border);
        List<BorderPiece> pieces = Distinct(BorderPieces.Of(border.Arcs));
        byte[] inside = SamplePoints.BothSides(pieces).In(shape);
        UnitVector reference = ReferenceOf(shape, pieces);
        bool small = shape.BoundingCircle.RadiusDegrees * (Math.PI / 180) < PlaneRadians;
        double area = shape.Contains(reference.Antipode) ? 4 * Math.PI : 0;
        double x = 0, y = 0, z = 0;
        for (int i = 0; i < pieces.Count; i++)
        {
            int sign = inside[2 * i] - inside[2 * i + 1];
            if (sign != 0)
            {
                PieceMoments moments = PieceMoments.Of(pieces[i], reference);
                UnitVector moment = small ? moments.InPlane : moments.OnSphere;
                area += sign * moments.Steradians;
                x += sign * moment.X;
                y += sign * moment.Y;
                z += sign * moment.Z;
            }
        }

        var centroid = small
            ? new UnitVector(reference.X + x / area, reference.Y + y / area, reference.Z + z / area)
            : new UnitVector(x, y, z);
        double length = Math.Sqrt(centroid.Dot(centroid));
        return (area, area > 0 && length > 1e-12 ? centroid.Normalized() : new UnitVector(double.NaN, double.NaN, double.NaN));
    }

    /// <summary>One of each of the pieces that lie on one another, where shapes share a border.</summary>
    private static List<BorderPiece> Distinct(List<BorderPiece> pieces)
    {
        (BorderPiece Piece, UnitVector Middle)[] byX =
            [.. pieces.Select(piece => (piece, piece.Middle)).OrderBy(entry => entry.Middle.X)];
        var distinct = new List<BorderPiece>(pieces.Count);
        for (int i = 0; i < byX.Length; i++)
        {
            // Pieces that cross end there, so that the same middle means the same piece.
            bool again = false;
            for (int k = i - 1; k >= 0 && !again && byX[i].Middle.X - byX[k].Middle.X <= Border.SameRadians; k--)
            {
                again = byX[i].Middle.RadiansTo(byX[k].Middle) <= Border.SameRadians;
            }

            if (!again)
            {
                distinct.Add(byX[i].Piece);
            }
        }

        return distinct;
    }

    /// <summary>The centre of the bounding circle, or else some point whose antipode is near no border.</summary>
    private static UnitVector ReferenceOf(SkyShape shape, List<BorderPiece> pieces)
    {
        UnitVector reference = shape.BoundingCircle.Centre;
        for (int turn = 1; turn < 100 && shape.BoundingCircle.RadiusDegrees >= 90; turn++)
        {
            UnitVector antipode = reference.Antipode;
            if (!pieces.Exists(piece => piece.Middle.RadiansTo(antipode) < 0.01 + piece.Arc.Reach))
            {
                break;
            }

            // Steps that never come back to the same place: the golden angle, at evenly spaced heights.
            reference = UnitVector.FromDegrees(137.50776405 * turn, Math.Asin(turn % 50 / 25.0 - 0.99) * (180 / Math.PI));
        }

        return reference;
    }
}
