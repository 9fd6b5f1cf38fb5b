namespace Archive.Sky.Shapes;

/// <summary>One edge of a polygon with what the tests need of it.</summary>
/// <param name="Start">Its first vertex.</param>
/// <param name="End">Its second vertex.</param>
/// <param name="AwayFromReference">Normal of its great circle, pointing to the side that the reference isn't on.</param>
/// <param name="Reversed">All bits set where the normal points to the right of start to end, else 0.</param>
/// <param name="FromStart">Along the edge at its start: positive for what lies on the edge's side of the start.</param>
/// <param name="FromEnd">Along the edge at its end, pointing back.</param>
/// <param name="Middle">The middle of the edge.</param>
internal readonly record struct Edge(
    UnitVector Start,
    UnitVector End,
    UnitVector AwayFromReference,
    double Reversed,
    UnitVector FromStart,
    UnitVector FromEnd,
    UnitVector Middle)
{
    private static readonly double AllBitsSet = BitConverter.Int64BitsToDouble(-1);

    public static Edge Between(in UnitVector start, in UnitVector end, in UnitVector reference)
    {
        UnitVector left = start.Cross(end).Normalized();
        bool referenceOnLeft = left.Dot(reference) > 0;
        return new Edge(
            start,
            end,
            referenceOnLeft ? left.Antipode : left,
            referenceOnLeft ? AllBitsSet : 0,
            left.Cross(start),
            end.Cross(left),
            new UnitVector(start.X + end.X, start.Y + end.Y, start.Z + end.Z).Normalized());
    }

    /// <summary>Whether the arc comes as near to a direction as this angle in radians.</summary>
    public bool IsWithin(in UnitVector position, double radians)
    {
        bool besideArc = FromStart.Dot(position) >= 0 && FromEnd.Dot(position) >= 0 && Middle.Dot(position) > 0;
        return besideArc
            ? Math.Abs(AwayFromReference.Dot(position)) <= Math.Sin(Math.Min(radians, Math.PI / 2))
            : Start.RadiansTo(position) <= radians || End.RadiansTo(position) <= radians;
    }
}
