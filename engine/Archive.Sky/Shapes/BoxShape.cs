using System.Runtime.Intrinsics;
using Archive.Sky.Frames;
using Archive.Sky.Shapes.Areas;
using Archive.Sky.Shapes.Relations;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes;

/// <summary>
/// ADQL 2.1's BOX: a cross of two great-circle arms through the centre, one along the parallel's direction and one along
/// the meridian; the sides are the great circles at right angles to the arms at their ends.
/// </summary>
/// <remarks>
/// Not a range of longitude and latitude: the width is measured along the great circle through the centre and isn't
/// stretched by the latitude. A width beyond 180 degrees goes on behind the sphere between the same great circles, so
/// that 360 by 180 is the whole sphere.
/// </remarks>
public sealed class BoxShape : SkyShape
{
    private readonly UnitVector _centre;
    private readonly UnitVector _east;
    private readonly UnitVector _north;
    private readonly double _sinHalfWidth;
    private readonly double _cosHalfWidth;
    private readonly double _sinHalfHeight;
    private readonly double _cosHalfHeight;
    private readonly double _minForward;

    /// <param name="lonDegrees">Longitude of the centre.</param>
    /// <param name="latDegrees">Latitude of the centre, -90 to +90.</param>
    /// <param name="widthDegrees">Length of the arm along the parallel's direction, 0 to 360.</param>
    /// <param name="heightDegrees">Length of the arm along the meridian, 0 to 180.</param>
    /// <param name="positionAngleDegrees">By how much the box is turned about its centre, from north towards east.</param>
    /// <exception cref="ArgumentException">A value is not finite or out of its range.</exception>
    public BoxShape(
        double lonDegrees, double latDegrees, double widthDegrees, double heightDegrees, double positionAngleDegrees = 0)
    {
        _centre = Position.Require(lonDegrees, latDegrees, "The centre of a box");
        if (!(widthDegrees >= 0 && widthDegrees <= 360))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The width of a box must be 0 to 360 degrees; it is {widthDegrees:R}."));
        }

        if (!(heightDegrees >= 0 && heightDegrees <= 180))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The height of a box must be 0 to 180 degrees; it is {heightDegrees:R}."));
        }

        if (!(Math.Abs(positionAngleDegrees) <= 360))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The position angle of a box must be -360 to 360 degrees; it is {positionAngleDegrees:R}."));
        }

        (LonDegrees, LatDegrees, WidthDegrees, HeightDegrees) = (lonDegrees, latDegrees, widthDegrees, heightDegrees);
        PositionAngleDegrees = positionAngleDegrees;
        (_east, _north) = TangentAxes.At(lonDegrees, latDegrees, positionAngleDegrees);
        (_sinHalfWidth, _cosHalfWidth) = DegreeTrigonometry.SinCos(widthDegrees / 2);
        (_sinHalfHeight, _cosHalfHeight) = DegreeTrigonometry.SinCos(heightDegrees / 2);
        _minForward = widthDegrees <= 180 ? -ChordLimit.Tolerance : -2;
        BoundingCircle = new CircleShape(lonDegrees, latDegrees, BoundingRadiusDegrees());
    }

    /// <summary>Longitude of the centre in degrees, as given.</summary>
    public double LonDegrees { get; }

    /// <summary>Latitude of the centre in degrees.</summary>
    public double LatDegrees { get; }

    /// <summary>Length of the arm along the parallel's direction in degrees.</summary>
    public double WidthDegrees { get; }

    /// <summary>Length of the arm along the meridian in degrees.</summary>
    public double HeightDegrees { get; }

    /// <summary>By how much the box is turned about its centre in degrees, from north towards east.</summary>
    public double PositionAngleDegrees { get; }

    /// <inheritdoc/>
    public override double AreaSquareDegrees => BoxArea.Steradians(WidthDegrees, HeightDegrees) * CapArea.SquareDegreesPerSteradian;

    /// <summary>The box's centre.</summary>
    public override UnitVector Centroid => _centre;

    /// <inheritdoc/>
    public override CircleShape BoundingCircle { get; }

    /// <summary>The box as the polygon of its four corners, counter-clockwise seen from outside.</summary>
    /// <exception cref="ArgumentException">
    /// The width or the height is 0, so that it has fewer corners, or 180 degrees or more, so that its sides aren't the shortest arcs.
    /// </exception>
    public PolygonShape ToPolygon()
    {
        if (WidthDegrees >= 180 || HeightDegrees >= 180)
        {
            throw new ArgumentException("A box of 180 degrees or more has no polygon of four corners.");
        }

        double[] lonLatDegrees = new double[8];
        ReadOnlySpan<UnitVector> corners = [Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1)];
        for (int i = 0; i < corners.Length; i++)
        {
            (lonLatDegrees[2 * i], lonLatDegrees[2 * i + 1]) = (corners[i].LonDegrees, corners[i].LatDegrees);
        }

        return new PolygonShape(lonLatDegrees);
    }


    /// <inheritdoc/>
    public override CapRelation RelationTo(in UnitVector centre, double radiusRadians)
    {
        double forward = _centre.Dot(centre);
        double acrossMargin = forward * _sinHalfWidth - Math.Abs(_east.Dot(centre)) * _cosHalfWidth;
        double alongMargin = Math.Abs(forward) * _sinHalfHeight - Math.Abs(_north.Dot(centre)) * _cosHalfHeight;

        // Each margin is the sine of the angle to the nearest of the sides' great circles.
        double least = Math.Min(acrossMargin, alongMargin);
        double reach = radiusRadians < Math.PI / 2 ? Math.Sin(radiusRadians) + 2 * ChordLimit.Tolerance : 2;
        return least < -reach || (WidthDegrees <= 180 && forward < -reach) ? CapRelation.Disjoint
            : least > reach ? CapRelation.Inside
            : CapRelation.Overlaps;
    }

    private protected override SkyShape Turned(FrameTransform transform)
    {
        (double lonDegrees, double latDegrees) = transform.Apply(LonDegrees, LatDegrees);
        double positionAngleDegrees = TangentAxes.PositionAngleDegrees(lonDegrees, latDegrees, transform.Apply(_north));
        return new BoxShape(lonDegrees, latDegrees, WidthDegrees, HeightDegrees, positionAngleDegrees);
    }
    internal override void AddBorder(Border border)
    {
        UnitVector east = _east, west = _east.Antipode;
        foreach (int side in (ReadOnlySpan<int>)[1, -1])
        {
            // Beyond 180 degrees of width the corners lie behind the sphere, and the upper and lower sides reach them by way of east and west.
            UnitVector along = Combine(_cosHalfHeight, 0, side * _sinHalfHeight);
            if (WidthDegrees > 180)
            {
                border.AddPath(Corner(1, side), east, along, west, Corner(-1, side));
            }
            else
            {
                border.AddPath(Corner(1, side), along, Corner(-1, side));
            }

            border.AddPath(Corner(side, 1), Combine(_cosHalfWidth, side * _sinHalfWidth, 0), Corner(side, -1));
        }
    }

    internal override Vector512<double> Inside(in VectorBlock points)
    {
        Vector512<double> forward = points.Dot(_centre);
        Vector512<double> acrossMargin =
            forward * _sinHalfWidth - Vector512.Abs(points.Dot(_east)) * _cosHalfWidth;
        Vector512<double> alongMargin =
            Vector512.Abs(forward) * _sinHalfHeight - Vector512.Abs(points.Dot(_north)) * _cosHalfHeight;
        Vector512<double> least = Vector512.Create(-ChordLimit.Tolerance);
        return Vector512.GreaterThanOrEqual(acrossMargin, least)
            & Vector512.GreaterThanOrEqual(alongMargin, least)
            & Vector512.GreaterThanOrEqual(forward, Vector512.Create(_minForward));
    }

    private UnitVector Corner(int east, int north)
    {
        UnitVector corner = Combine(
            _cosHalfWidth * _cosHalfHeight, east * _sinHalfWidth * _cosHalfHeight, north * _cosHalfWidth * _sinHalfHeight);

        // Half the sphere has no corners; any point of its edge will do.
        return corner.Dot(corner) > 0 ? corner.Normalized() : Combine(0, east, north).Normalized();
    }

    private UnitVector Combine(double forward, double east, double north) => new(
        forward * _centre.X + east * _east.X + north * _north.X,
        forward * _centre.Y + east * _east.Y + north * _north.Y,
        forward * _centre.Z + east * _east.Z + north * _north.Z);

    private double BoundingRadiusDegrees()
    {
        if (WidthDegrees > 180)
        {
            return 180;
        }

        // The corner lies along (1, tan(width/2), tan(height/2)); a hair is added so that it is surely within.
        double across = _cosHalfWidth == 0 ? double.PositiveInfinity : _sinHalfWidth / _cosHalfWidth;
        double along = _cosHalfHeight == 0 ? double.PositiveInfinity : _sinHalfHeight / _cosHalfHeight;
        return Math.Min(180, Math.Atan(Math.Sqrt(across * across + along * along)) * (180 / Math.PI) + 1e-11);
    }
}
