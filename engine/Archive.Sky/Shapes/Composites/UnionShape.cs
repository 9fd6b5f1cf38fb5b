using System.Runtime.Intrinsics;
using Archive.Sky.Frames;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes.Composites;

/// <summary>What lies in at least one of several shapes: STC-S's Union.</summary>
public sealed class UnionShape : CompositeShape
{
    /// <exception cref="ArgumentException">No shapes, too many, or too deep.</exception>
    public UnionShape(IEnumerable<SkyShape> parts)
        : base(parts) =>
        BoundingCircle = Parts.Select(part => part.BoundingCircle).Aggregate(BoundingCircles.AroundBoth);

    /// <inheritdoc/>
    public override CircleShape BoundingCircle { get; }

    /// <inheritdoc/>
    public override CapRelation RelationTo(in UnitVector centre, double radiusRadians)
    {
        CapRelation relation = CapRelation.Disjoint;
        foreach (SkyShape part in Parts)
        {
            relation = Max(relation, part.RelationTo(centre, radiusRadians));
        }

        return relation;
    }

    internal override CapRelation RelationToCell(int order, long cell)
    {
        CapRelation relation = CapRelation.Disjoint;
        foreach (SkyShape part in Parts)
        {
            relation = Max(relation, part.RelationToCell(order, cell));
        }

        return relation;
    }

    internal override Vector512<double> Inside(in VectorBlock points)
    {
        Vector512<double> inside = Vector512<double>.Zero;
        foreach (SkyShape part in Parts)
        {
            inside |= part.Inside(points);
        }

        return inside;
    }

    private protected override SkyShape Turned(FrameTransform transform) => new UnionShape(TurnedParts(transform));

    private static CapRelation Max(CapRelation a, CapRelation b) => a > b ? a : b;
}
