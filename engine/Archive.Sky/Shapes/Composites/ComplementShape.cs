using System.Runtime.Intrinsics;
using Archive.Sky.Frames;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes.Composites;

/// <summary>What does not lie in a shape: STC-S's Not. The shape's boundary belongs to the shape, so not to this.</summary>
public sealed class ComplementShape : CompositeShape
{
    /// <exception cref="ArgumentException">Too many levels of shapes within shapes.</exception>
    public ComplementShape(SkyShape shape)
        : base([shape]) =>
        BoundingCircle = shape is CircleShape circle
            ? BoundingCircles.AroundComplement(circle)
            : new CircleShape(0, 0, 180);

    /// <inheritdoc/>
    public override CircleShape BoundingCircle { get; }

    /// <inheritdoc/>
    public override CapRelation RelationTo(in UnitVector centre, double radiusRadians) =>
        Opposite(Parts[0].RelationTo(centre, radiusRadians));

    internal override CapRelation RelationToCell(int order, long cell) => Opposite(Parts[0].RelationToCell(order, cell));

    internal override Vector512<double> Inside(in VectorBlock points)
    {
        // NaN is in no shape and in no complement.
        Vector512<double> sum = points.X + points.Y + points.Z;
        return Vector512.AndNot(Vector512.Equals(sum, sum), Parts[0].Inside(points));
    }

    private protected override SkyShape Turned(FrameTransform transform) =>
        new ComplementShape(Parts[0].Transformed(transform));

    private static CapRelation Opposite(CapRelation relation) => relation switch
    {
        CapRelation.Inside => CapRelation.Disjoint,
        CapRelation.Disjoint => CapRelation.Inside,
        _ => CapRelation.Overlaps,
    };
}
