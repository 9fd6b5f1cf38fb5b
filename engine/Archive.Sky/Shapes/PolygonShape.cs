using System.Runtime.Intrinsics;
using Archive.Sky.Frames;
using Archive.Sky.Shapes.Areas;
using Archive.Sky.Shapes.Planes;
using Archive.Sky.Shapes.Relations;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>
/// ADQL 2.1's POLYGON: vertices joined by great-circle arcs, the last to the first. Either winding, concave, over a pole
/// or across longitude 0: the inside is the side with the smaller area.
/// </summary>
/// <remarks>
/// Where edges cross one another and all vertices lie in less than a hemisphere, what is enclosed an odd number of times
/// is inside. Edges are the shorter arcs between their vertices.
/// </remarks>
public sealed class PolygonShape : SkyShape
{
    /// <summary>The most vertices a polygon may have; the time per position grows with them.</summary>
    public const int MaxVertices = 10_000;

    // From so many looks at an edge on a grid is worth the milliseconds that it takes to make.
    private const long ManyLooks = 5_000_000;

    private readonly double[] _lonLatDegrees;
    private readonly PolygonEdges _edges;
    private readonly Lazy<PolygonInterior>? _forMany;
    private volatile PolygonInterior _interior;
    private long _asked;
    private readonly ChordLimit _boundingLimit;

    /// <param name="lonLatDegrees">Longitude and latitude of each vertex in turn, in degrees.</param>
    /// <exception cref="ArgumentException">
    /// An odd number of numbers, a value that is no position, fewer than 3 distinct vertices, more than
    /// <see cref="MaxVertices"/>, neighbours opposite one another on the sphere, or two sides of equal area.
    /// </exception>
    public PolygonShape(ReadOnlySpan<double> lonLatDegrees)
    {
        UnitVector[] vertices = PolygonVertices.Require(lonLatDegrees);
        _lonLatDegrees = lonLatDegrees.ToArray();
        _edges = new PolygonEdges(vertices);
        (UnitVector centre, double radiusRadians) = EnclosingCircle.Of(vertices);

        // Below a hemisphere the enclosing circle holds the edges too, and all beyond it is outside.
        bool withinHemisphere = radiusRadians < Math.PI / 2 - 1e-6;
        if (withinHemisphere)
        {
            var plane = new TangentPlane(centre);
            PlaneLine[] lines = plane.LinesOf(_edges.All);
            double reach = Math.Tan(radiusRadians + 1e-9);
            _interior = new PlanarInterior(plane, lines);
            _forMany = lines.Length < GriddedInterior.FewestEdges || reach > GriddedInterior.LargestReach
                ? null
                : new Lazy<PolygonInterior>(() => new GriddedInterior(plane, lines, reach));
        }
        else
        {
            _interior = SmallerSide.Of(_edges);
        }

        double boundingRadiusDegrees = withinHemisphere ? radiusRadians * (180 / Math.PI) + 1e-11 : 180;
        BoundingCircle = new CircleShape(centre.LonDegrees, centre.LatDegrees, boundingRadiusDegrees);
        _boundingLimit = new ChordLimit(BoundingCircle.RadiusDegrees);
    }

    /// <summary>The vertices as given: longitude and latitude in turn, in degrees.</summary>
    public ReadOnlySpan<double> LonLatDegrees => _lonLatDegrees;

    /// <inheritdoc/>
    public override CircleShape BoundingCircle { get; }

    /// <inheritdoc/>
    public override double AreaSquareDegrees => BorderMoments.Of(this).Steradians * CapArea.SquareDegreesPerSteradian;

    /// <inheritdoc/>
    public override UnitVector Centroid => BorderMoments.Of(this).Centroid;


    /// <inheritdoc/>
    public override CapRelation RelationTo(in UnitVector centre, double radiusRadians)
    {
        if (BoundingCircle.RelationTo(centre, radiusRadians) == CapRelation.Disjoint)
        {
            return CapRelation.Disjoint;
        }

        // A circle that no edge comes near lies wholly on one side, as its centre does.
        return _edges.AnyWithin(centre, radiusRadians + 2 * ChordLimit.Tolerance) ? CapRelation.Overlaps
            : Contains(centre) ? CapRelation.Inside
            : CapRelation.Disjoint;
    }

    private protected override SkyShape Turned(FrameTransform transform)
    {
        double[] turned = new double[_lonLatDegrees.Length];
        for (int i = 0; i < turned.Length; i += 2)
        {
            (turned[i], turned[i + 1]) = transform.Apply(_lonLatDegrees[i], _lonLatDegrees[i + 1]);
        }

        return new PolygonShape(turned);
    }
    internal override void AddBorder(Border border)
    {
        foreach (ref readonly Edge edge in _edges.All)
        {
            border.AddGreat(edge.Start, edge.End);
        }
    }

    internal override void Expect(int positions)
    {
        if (_forMany is not null && Interlocked.Add(ref _asked, positions) >= ManyLooks / _edges.All.Length)
        {
            _interior = _forMany.Value;
        }
    }

    internal override Vector512<double> Inside(in VectorBlock points)
    {
        // NaN is in no circle, so that only positions go on from here.
        Vector512<double> near = _boundingLimit.Within(points, BoundingCircle.Centre);
        if (near.ExtractMostSignificantBits() == 0)
        {
            return near;
        }

        Vector512<double> inside = _interior.CrossedOddly(points, near, out Vector512<double> nearest);
        Vector512<double> maybeOnEdge =
            Vector512.LessThanOrEqual(nearest, Vector512.Create(ChordLimit.Tolerance)) & near;
        if (maybeOnEdge.ExtractMostSignificantBits() != 0)
        {
            inside |= _edges.Holding(points);
        }

        return near & inside;
    }
}
