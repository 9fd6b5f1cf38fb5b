using System.Runtime.Intrinsics;
using Archive.Sky.Frames;
using Archive.Sky.Healpix;
using Archive.Sky.Shapes.Relations;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>
/// A region of the sphere that can tell whether it contains positions and how it lies to other shapes: ADQL 2.1's CIRCLE, BOX
/// and POLYGON, what STC-S makes of them, and MOCs. Coordinates are degrees in the caller's frame, usually ICRS.
/// </summary>
/// <remarks>
/// Boundaries are included, widened by 1e-14 radians (2 nanoarcseconds) so that a point computed to lie on the boundary
/// does. Shapes don't change once made; threads may share them. A further kind of shape is one more class here and one
/// more case in <see cref="ShapeCodec"/>.
/// </remarks>
public abstract class SkyShape
{
    private protected SkyShape()
    {
    }

    /// <summary>A circle that contains the shape; not always the smallest.</summary>
    public abstract CircleShape BoundingCircle { get; }

    /// <summary>Latitudes outside of which the shape has no point.</summary>
    public LatitudeBand LatitudeBand =>
        LatitudeBand.Of(BoundingCircle.LatDegrees, BoundingCircle.RadiusDegrees);

    /// <summary>Area in square degrees, as good for the smallest shapes as for the sphere; 0 for a point.</summary>
    public abstract double AreaSquareDegrees { get; }

    /// <summary>Centre of mass of the area, or of what is left where there is no area; NaN where there is none, as for the sphere.</summary>
    public abstract UnitVector Centroid { get; }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not an encoded shape.</exception>
    public static SkyShape Decode(ReadOnlySpan<byte> bytes) => ShapeCodec.Decode(bytes);

    /// <summary>
    /// The shape of a geometry value as DALI writes it: 2 numbers are a point (a circle of radius 0), 3 a circle (longitude,
    /// latitude, radius), 4 ADQL's box (longitude, latitude, width, height), 6 or more a polygon; all in degrees.
    /// </summary>
    /// <exception cref="ArgumentException">Another number of numbers, or numbers that make no such shape.</exception>
    public static SkyShape FromNumbers(ReadOnlySpan<double> numbers) => numbers switch
    {
        [var lon, var lat] => new CircleShape(lon, lat, 0),
        [var lon, var lat, var radius] => new CircleShape(lon, lat, radius),
        [var lon, var lat, var width, var height] => new BoxShape(lon, lat, width, height),
        { Length: >= 6 } => new PolygonShape(numbers),
        _ => throw new ArgumentException(
            "A geometry is 2 numbers (point), 3 (circle), 4 (box) or 6 and more (polygon)"
            + FormattableString.Invariant($"; it has {numbers.Length}.")),
    };

    /// <summary>The shape as bytes, see <see cref="ShapeCodec"/>.</summary>
    public byte[] Encode() => ShapeCodec.Encode(this);

    /// <summary>Whether a direction lies in the shape or on its boundary. NaN doesn't.</summary>
    // One position goes through the lanes as well: the two ways of asking can then never disagree.
    public bool Contains(in UnitVector position) =>
        Inside(VectorBlock.Repeat(position)).ExtractMostSignificantBits() != 0;

    /// <summary>Whether a position in degrees lies in the shape or on its boundary. NaN doesn't.</summary>
    public bool Contains(double lonDegrees, double latDegrees) =>
        Contains(UnitVector.FromDegrees(lonDegrees, latDegrees));

    /// <summary>Writes 1 for each unit vector in the shape or on its boundary and 0 for the others, NaN among them.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Contains(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<byte> result)
    {
        SpanLengths.RequireEqual(x.Length, y.Length, z.Length, result.Length);
        Expect(result.Length);
        int row = 0;
        for (; row <= result.Length - VectorBlock.Lanes; row += VectorBlock.Lanes)
        {
            LaneMask.Write(Inside(Block(x, y, z, row)), result.Slice(row, VectorBlock.Lanes));
        }

        if (row < result.Length)
        {
            WriteLast(Inside(Block(x, y, z, row)), result[row..]);
        }
    }

    /// <summary>
    /// Writes 1 for each position in the shape or on its boundary and 0 for the others, among them NaN and latitudes
    /// beyond ±90.
    /// </summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Contains(ReadOnlySpan<double> lonDegrees, ReadOnlySpan<double> latDegrees, Span<byte> result)
    {
        SpanLengths.RequireEqual(lonDegrees.Length, latDegrees.Length, result.Length);
        Expect(result.Length);
        LatitudeBand band = LatitudeBand;
        Vector512<double> south = Vector512.Create(band.MinDegrees);
        Vector512<double> north = Vector512.Create(band.MaxDegrees);
        for (int row = 0; row < result.Length; row += VectorBlock.Lanes)
        {
            Span<byte> rest = result[row..];
            Vector512<double> lat = LonLatBlocks.Load(latDegrees, row);
            Vector512<double> inBand =
                Vector512.GreaterThanOrEqual(lat, south) & Vector512.LessThanOrEqual(lat, north);
            if (inBand.ExtractMostSignificantBits() == 0)
            {
                rest[..Math.Min(VectorBlock.Lanes, rest.Length)].Clear();
                continue;
            }

            Vector512<double> inside =
                Inside(VectorBlock.FromDegrees(LonLatBlocks.Load(lonDegrees, row), lat));
            if (rest.Length >= VectorBlock.Lanes)
            {
                LaneMask.Write(inside, rest);
            }
            else
            {
                WriteLast(inside, rest);
            }
        }
    }

    /// <summary>
    /// Whether the whole of another shape lies in this one or on its boundary: ADQL 2.1's CONTAINS, with the arguments in
    /// the order of its name. Good to a microarcsecond.
    /// </summary>
    /// <exception cref="ArgumentException">The boundaries meet one another at too many places, see <see cref="BorderPieces"/>.</exception>
    public bool Contains(SkyShape other) => ShapeRelations.Contains(this, other);

    /// <summary>
    /// Whether the shapes have at least one point in common, boundaries included: ADQL 2.1's INTERSECTS. The same either way
    /// round. Good to a microarcsecond.
    /// </summary>
    /// <exception cref="ArgumentException">The boundaries meet one another at too many places, see <see cref="BorderPieces"/>.</exception>
    public bool Intersects(SkyShape other) => ShapeRelations.Intersects(this, other);

    /// <summary>
    /// The shape as seen in another frame: circles by their centre, polygons by their vertices, boxes turned about their centre.
    /// </summary>
    /// <exception cref="ArgumentException">A MOC is part of it, which is in ICRS by its standard, and the frame is another.</exception>
    public SkyShape Transformed(FrameTransform transform) => transform.IsIdentity ? this : Turned(transform);

    /// <summary>
    /// How a circle around a direction lies to the shape. May answer <see cref="CapRelation.Overlaps"/> where a better
    /// answer was to be had, never a wrong other one.
    /// </summary>
    /// <param name="centre">The circle's centre.</param>
    /// <param name="radiusRadians">The circle's radius in radians, 0 to π.</param>
    public abstract CapRelation RelationTo(in UnitVector centre, double radiusRadians);

    /// <summary>The same for a HEALPix cell.</summary>
    internal virtual CapRelation RelationToCell(int order, long cell) =>
        RelationTo(CellTree.Centre(order, cell), CellRadius.Of(order));

    /// <summary>Levels of shapes within shapes; 0 for one that is made of no others.</summary>
    internal virtual int Depth => 0;

    /// <summary>Whether a MOC is part of it, so that its boundary is that of HEALPix cells.</summary>
    internal virtual bool HasCells => false;

    /// <summary>Says that so many positions are about to be asked for, before any <see cref="Inside"/> of them.</summary>
    internal virtual void Expect(int positions)
    {
    }

    /// <summary>All bits set in the lanes that lie in the shape; none set for NaN.</summary>
    internal abstract Vector512<double> Inside(in VectorBlock points);

    private protected abstract SkyShape Turned(FrameTransform transform);

    /// <summary>Adds the shape's boundary to that of others.</summary>
    internal abstract void AddBorder(Border border);

    private static VectorBlock Block(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, int row) =>
        new(LonLatBlocks.Load(x, row), LonLatBlocks.Load(y, row), LonLatBlocks.Load(z, row));

    private static void WriteLast(Vector512<double> inside, Span<byte> rest)
    {
        Span<byte> eightBytes = stackalloc byte[VectorBlock.Lanes];
        LaneMask.Write(inside, eightBytes);
        eightBytes[..rest.Length].CopyTo(rest);
    }
}
