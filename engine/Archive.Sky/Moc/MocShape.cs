using System.Runtime.Intrinsics;
using Archive.Sky.Frames;
using Archive.Sky.Healpix;
using Archive.Sky.Shapes;
using Archive.Sky.Shapes.Areas;
using Archive.Sky.Shapes.Relations;
using Archive.Sky.Vectors;

namespace Archive.Sky.Moc;

/// <summary>
/// A Multi-Order Coverage map (IVOA MOC 2.0, space only): a set of HEALPix cells, NESTED and in ICRS. Each position lies in
/// exactly one cell, so that a MOC and its complement share no boundary.
/// </summary>
/// <remarks>
/// Against other MOCs all answers are exact. Against other shapes they are good to a cell of order 29 (0.4 milliarcseconds);
/// where boundaries run beside one another for long, to the finest order at which they are 20,000 cells long.
/// </remarks>
public sealed class MocShape : SkyShape
{
    /// <summary>The most ranges of cells, those that follow one another joined.</summary>
    public const int MaxRanges = 100_000;

    private readonly CellRanges _ranges;

    /// <param name="ranges">Ranges of indexes at order 29, in any order; they may overlap.</param>
    /// <param name="order">The order of the finest cells, which says how fine the map was made; never finer than is shown.</param>
    /// <exception cref="ArgumentException">A range is empty or no range of cells, or there are too many.</exception>
    public MocShape(IEnumerable<IndexRange> ranges, int order = HealpixNested.MaxOrder)
    {
        _ = HealpixNested.CellCount(order);
        _ranges = new CellRanges(ranges);
        Order = order;
        BoundingCircle = CellBounds.Around(_ranges);
    }

    /// <summary>The order of the map: that of its finest cells.</summary>
    public int Order { get; }

    /// <summary>The cells as ranges of indexes at order 29: sorted, disjoint, not touching.</summary>
    public IReadOnlyList<IndexRange> Ranges => _ranges.All;

    /// <inheritdoc/>
    public override CircleShape BoundingCircle { get; }

    /// <inheritdoc/>
    public override double AreaSquareDegrees =>
        4 * Math.PI * CapArea.SquareDegreesPerSteradian * (_ranges.Count / (double)HealpixNested.CellCount(HealpixNested.MaxOrder));

    /// <summary>Centre of mass of the cells; NaN where there are none, as for the whole sphere.</summary>
    public override UnitVector Centroid => CellMoments.Of(this).Centroid;

    internal override bool HasCells => true;

    /// <summary>Reads the ASCII form (<c>3/3-10 5/1,2,9-12 29/</c>) or, where it begins with a brace, the JSON form.</summary>
    /// <exception cref="ShapeTextException">The text is neither, is too long, or names cells that there are not.</exception>
    public static MocShape Parse(string text) => MocText.Parse(text);

    /// <summary>The ASCII form, with the coarsest cells that make up the map.</summary>
    public override string ToString() => MocText.Write(this);

    /// <inheritdoc/>
    public override CapRelation RelationTo(in UnitVector centre, double radiusRadians)
    {
        if (BoundingCircle.RelationTo(centre, radiusRadians) == CapRelation.Disjoint)
        {
            return CapRelation.Disjoint;
        }

        var cap = new CircleShape(
            centre.LonDegrees, centre.LatDegrees, Math.Min(180, radiusRadians * (180 / Math.PI) + 1e-11));
        return _ranges.RelationTo(Coverage.Of(cap));
    }

    internal override CapRelation RelationToCell(int order, long cell) => _ranges.RelationTo(CellTree.RangeOf(order, cell));

    internal override void AddBorder(Border border)
    {
        // What has no boundary of arcs shows itself by one point of each range.
        foreach (IndexRange range in _ranges.All)
        {
            border.Points.Add(CellTree.Centre(HealpixNested.MaxOrder, range.First));
        }
    }

    internal override Vector512<double> Inside(in VectorBlock points)
    {
        Vector512<double> inside = Vector512<double>.Zero;
        for (int lane = 0; lane < VectorBlock.Lanes; lane++)
        {
            var point = new UnitVector(points.X[lane], points.Y[lane], points.Z[lane]);
            if (point.IsFinite && _ranges.Contains(IndexOf(point)))
            {
                inside = inside.WithElement(lane, BitConverter.Int64BitsToDouble(-1));
            }
        }

        return inside;
    }

    private protected override SkyShape Turned(FrameTransform transform) =>
        throw new ArgumentException("A MOC is in ICRS by its standard and can't be turned to another frame.");

    private static long IndexOf(in UnitVector point) =>
        HealpixCell.At(HealpixNested.MaxOrder, point.LonDegrees, point).Index(HealpixNested.MaxOrder);
}
