namespace Archive.Sky.Shapes.Relations;

/// <summary>The border of a shape as arcs, and the points that are all there is where it has no length.</summary>
internal sealed class Border
{
    /// <summary>Points nearer than this (a hundredth of a microarcsecond) are one.</summary>
    public const double SameRadians = 5e-14;

    /// <summary>The arcs, in no order.</summary>
    public List<Arc> Arcs { get; } = [];

    /// <summary>Points of the border that no arc may hold.</summary>
    public List<UnitVector> Points { get; } = [];

    /// <summary>The great-circle arc between two points that are not opposite one another.</summary>
    public void AddGreat(in UnitVector start, in UnitVector end)
    {
        Points.Add(start);
        double radians = start.RadiansTo(end);
        if (radians > Math.PI / 2)
        {
            UnitVector middle = new UnitVector(start.X + end.X, start.Y + end.Y, start.Z + end.Z).Normalized();
            Arcs.Add(Arc.Great(start, middle));
            Arcs.Add(Arc.Great(middle, end));
        }
        else if (radians > SameRadians)
        {
            Arcs.Add(Arc.Great(start, end));
        }
    }

    /// <summary>Great-circle arcs from point to point.</summary>
    public void AddPath(params ReadOnlySpan<UnitVector> points)
    {
        for (int i = 1; i < points.Length; i++)
        {
            AddGreat(points[i - 1], points[i]);
        }

        Points.Add(points[^1]);
    }

    /// <summary>A whole circle; its centre alone where the radius is 0, and nothing where it is the sphere.</summary>
    public void AddCircle(in UnitVector centre, double radiusRadians)
    {
        if (radiusRadians < SameRadians)
        {
            Points.Add(centre);
        }
        else if (Math.PI - radiusRadians > SameRadians)
        {
            UnitVector u = centre.AnyPerpendicular();
            UnitVector v = centre.Cross(u).Normalized();
            foreach (UnitVector direction in (ReadOnlySpan<UnitVector>)[u, v, u.Antipode, v.Antipode])
            {
                Arcs.Add(Arc.Quarter(centre, direction, radiusRadians));
            }
        }
    }
}
