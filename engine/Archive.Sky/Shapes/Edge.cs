namespace Archive.Sky.Shapes;

/// <summary>One edge of a polygon with what the tests need of it.</summary>
/// <param name="Start">Its first vertex.</param>
/// <param name="End">Its second vertex.</param>
/// <param name="Left">Normal of its great circle, pointing to the left of start to end seen from outside.</param>
/// <param name="FromStart">Along the edge at its start: positive for what lies on the edge's side of the start.</param>
/// <param name="FromEnd">Along the edge at its end, pointing back.</param>
/// <param name="Middle">The middle of the edge.</param>
internal readonly record struct Edge(
    UnitVector Start,
    UnitVector End,
    UnitVector Left,
    UnitVector FromStart,
    UnitVector FromEnd,
    UnitVector Middle)
{
    public static Edge Between(in UnitVector start, in UnitVector end)
    {
        UnitVector left = start.Cross(end).Normalized();
        return new Edge(
            start,
            end,
            left,
            left.Cross(start),
            end.Cross(left),
            new UnitVector(start.X + end.X, start.Y + end.Y, start.Z + end.Z).Normalized());
    }

    /// <summary>Whether the arc comes as near to a direction as this angle in radians.</summary>
    public bool IsWithin(in UnitVector position, double radians)
    {
        bool besideArc = FromStart.Dot(position) >= 0 && FromEnd.Dot(position) >= 0 && Middle.Dot(position) > 0;
        return besideArc
            ? Math.Abs(Left.Dot(position)) <= Math.Sin(Math.Min(radians, Math.PI / 2))
            : Start.RadiansTo(position) <= radians || End.RadiansTo(position) <= radians;
    }
}
