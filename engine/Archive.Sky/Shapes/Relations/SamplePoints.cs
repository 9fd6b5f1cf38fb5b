using System.Runtime.InteropServices;

namespace Archive.Sky.Shapes.Relations;

/// <summary>Positions that shapes are asked about all at once.</summary>
internal sealed class SamplePoints
{
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<double> _z = [];

    /// <summary>The ends of the arcs and the points without arcs.</summary>
    public static SamplePoints Corners(Border border)
    {
        var samples = new SamplePoints();

        // Where there is no border at all any position will do.
        samples.Add(new UnitVector(0, 0, 1));
        border.Points.ForEach(point => samples.Add(point));
        border.Arcs.ForEach(arc => samples.Add(arc.At(0)));
        return samples;
    }

    /// <summary>Both ends, the middle and both sides of every piece.</summary>
    public static SamplePoints Around(List<BorderPiece> pieces)
    {
        var samples = new SamplePoints();
        foreach (BorderPiece piece in pieces)
        {
            samples.Add(piece.Arc.At(piece.Start));
            samples.Add(piece.Arc.At(piece.End));
            samples.Add(piece.Middle);
            samples.Add(piece.Left);
            samples.Add(piece.Right);
        }

        return samples;
    }

    /// <summary>A point on the left and one on the right of each piece in turn.</summary>
    public static SamplePoints BothSides(List<BorderPiece> pieces)
    {
        var samples = new SamplePoints();
        foreach (BorderPiece piece in pieces)
        {
            samples.Add(piece.Left);
            samples.Add(piece.Right);
        }

        return samples;
    }

    /// <summary>1 for each position that lies in the shape, else 0.</summary>
    public byte[] In(SkyShape shape)
    {
        byte[] result = new byte[_x.Count];
        shape.Contains(
            CollectionsMarshal.AsSpan(_x), CollectionsMarshal.AsSpan(_y), CollectionsMarshal.AsSpan(_z), result);
        return result;
    }

    /// <summary>Whether any position lies in both shapes.</summary>
    public bool AnyInBoth(SkyShape a, SkyShape b) => In(a).Zip(In(b)).Any(inside => (inside.First & inside.Second) != 0);

    /// <summary>Whether any position lies in the first shape and not in the second.</summary>
    public bool AnyOnlyInFirst(SkyShape a, SkyShape b) => In(a).Zip(In(b)).Any(inside => inside.First > inside.Second);

    private void Add(in UnitVector point)
    {
        _x.Add(point.X);
        _y.Add(point.Y);
        _z.Add(point.Z);
    }
}
