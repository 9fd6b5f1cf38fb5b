using System.Runtime.Intrinsics;
using Archive.Sky.Frames;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes.Composites;

/// <summary>What lies in each of several shapes: STC-S's Intersection. It may have no point at all.</summary>
public sealed class IntersectionShape : CompositeShape
{
    /// <exception cref="ArgumentException">No shapes, too many, or too deep.</exception>
    public IntersectionShape(IEnumerable<SkyShape> parts)
        : base(parts) =>
        BoundingCircle = Parts.Select(part => part.BoundingCircle).MinBy(circle => circle.RadiusDegrees)!;

    /// <inheritdoc/>
    public override CircleShape BoundingCircle { get; }

    /// <inheritdoc/>
    public override CapRelation RelationTo(in UnitVector centre, double radiusRadians)
    {
        CapRelation relation = CapRelation.Inside;
        foreach (SkyShape part in Parts)
        {
            relation = Min(relation, part.RelationTo(centre, radiusRadians));
        }

        return relation;
    }

    internal override CapRelation RelationToCell(int order, long cell)
    {
        CapRelation relation = CapRelation.Inside;
        foreach (SkyShape part in Parts)
        {
            relation = Min(relation, part.RelationToCell(order, cell));
        }

        return relation;
    }

    internal override Vector512<double> Inside(in VectorBlock points)
    {
        Vector512<double> inside = Vector512<double>.AllBitsSet;
        foreach (SkyShape part in Parts)
        {
            inside &= part.Inside(points);
        }

        return inside;
    }

    private protected override SkyShape Turned(FrameTransform transform) => new IntersectionShape(TurnedParts(transform));

    private static CapRelation Min(CapRelation a, CapRelation b) => a < b ? a : b;
}
