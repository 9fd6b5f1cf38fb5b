using Archive.Sky.Shapes.Areas;
using Archive.Sky.Shapes.Relations;

namespace Archive.Sky.Shapes.Composites;

/// <summary>A shape made of others.</summary>
public abstract class CompositeShape : SkyShape
{
    /// <summary>The most shapes that one may be made of directly.</summary>
    public const int MaxParts = 1000;

    /// <summary>The most levels of shapes within shapes.</summary>
    public const int MaxDepth = 32;

    private protected CompositeShape(IEnumerable<SkyShape> parts)
    {
        Parts = [.. parts];
        if (Parts.Count is 0 or > MaxParts)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A shape may be made of 1 to {MaxParts} others; here are {Parts.Count}."));
        }

        Depth = 1 + Parts.Max(part => part.Depth);
        if (Depth > MaxDepth)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Shapes within shapes may go {MaxDepth} levels deep."));
        }

        HasCells = Parts.Any(part => part.HasCells);
    }

    /// <summary>The shapes that this one is made of.</summary>
    public IReadOnlyList<SkyShape> Parts { get; }

    /// <summary>
    /// Area in square degrees. Where a part is a MOC it is counted in HEALPix cells, and good to some thousandths.
    /// </summary>
    public override double AreaSquareDegrees => Moments.Steradians * CapArea.SquareDegreesPerSteradian;

    /// <inheritdoc/>
    public override UnitVector Centroid => Moments.Centroid;

    internal override int Depth { get; }

    internal override bool HasCells { get; }

    private (double Steradians, UnitVector Centroid) Moments => HasCells ? CellMoments.Of(this) : BorderMoments.Of(this);

    internal override void AddBorder(Border border)
    {
        foreach (SkyShape part in Parts)
        {
            part.AddBorder(border);
        }
    }

    internal override void Expect(int positions)
    {
        foreach (SkyShape part in Parts)
        {
            part.Expect(positions);
        }
    }

    private protected IEnumerable<SkyShape> TurnedParts(Frames.FrameTransform transform) =>
        Parts.Select(part => part.Transformed(transform));
}
