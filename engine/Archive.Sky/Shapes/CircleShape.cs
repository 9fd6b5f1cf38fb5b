using System.Runtime.Intrinsics;
using Archive.Sky.Frames;
using Archive.Sky.Shapes.Areas;
using Archive.Sky.Shapes.Relations;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>All positions at most a radius from a centre: ADQL 2.1's CIRCLE.</summary>
public sealed class CircleShape : SkyShape
{
    private readonly ChordLimit _limit;
    private readonly double _radiusRadians;

    /// <param name="lonDegrees">Longitude of the centre, up to 1e9 degrees either way.</param>
    /// <param name="latDegrees">Latitude of the centre, -90 to +90.</param>
    /// <param name="radiusDegrees">0 (the centre alone) to 180 (the whole sphere).</param>
    /// <exception cref="ArgumentException">A value is not finite or out of its range.</exception>
    public CircleShape(double lonDegrees, double latDegrees, double radiusDegrees)
    {
        Centre = Position.Require(lonDegrees, latDegrees, "The centre of a circle");
        _limit = new ChordLimit(radiusDegrees);
        LonDegrees = lonDegrees;
        LatDegrees = latDegrees;
        RadiusDegrees = radiusDegrees;
        _radiusRadians = radiusDegrees * (Math.PI / 180);
    }

    /// <summary>Longitude of the centre in degrees, as given.</summary>
    public double LonDegrees { get; }

    /// <summary>Latitude of the centre in degrees.</summary>
    public double LatDegrees { get; }

    /// <summary>Radius in degrees.</summary>
    public double RadiusDegrees { get; }

    /// <summary>Direction of the centre.</summary>
    public UnitVector Centre { get; }

    /// <inheritdoc/>
    public override CircleShape BoundingCircle => this;

    /// <inheritdoc/>
    public override double AreaSquareDegrees => CapArea.Steradians(_radiusRadians) * CapArea.SquareDegreesPerSteradian;

    /// <summary>The circle's centre.</summary>
    public override UnitVector Centroid => Centre;


    /// <inheritdoc/>
    public override CapRelation RelationTo(in UnitVector centre, double radiusRadians)
    {
        double distance = Centre.RadiansTo(centre);
        return distance > _radiusRadians + radiusRadians + 2 * ChordLimit.Tolerance ? CapRelation.Disjoint
            : distance + radiusRadians <= _radiusRadians ? CapRelation.Inside
            : CapRelation.Overlaps;
    }

    private protected override SkyShape Turned(FrameTransform transform)
    {
        (double lonDegrees, double latDegrees) = transform.Apply(LonDegrees, LatDegrees);
        return new CircleShape(lonDegrees, latDegrees, RadiusDegrees);
    }
    internal override void AddBorder(Border border) => border.AddCircle(Centre, _radiusRadians);

    internal override Vector512<double> Inside(in VectorBlock points) => _limit.Within(points, Centre);
}
