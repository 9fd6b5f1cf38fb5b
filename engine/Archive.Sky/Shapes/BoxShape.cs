using System.Runtime.Intrinsics;
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
    /// <exception cref="ArgumentException">A value is not finite or out of its range.</exception>
    public BoxShape(double lonDegrees, double latDegrees, double widthDegrees, double heightDegrees)
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

        (LonDegrees, LatDegrees, WidthDegrees, HeightDegrees) = (lonDegrees, latDegrees, widthDegrees, heightDegrees);
        (double sinLon, double cosLon) = DegreeTrigonometry.SinCos(lonDegrees);
        (double sinLat, double cosLat) = DegreeTrigonometry.SinCos(latDegrees);
        _east = new UnitVector(-sinLon, cosLon, 0);
        _north = new UnitVector(-sinLat * cosLon, -sinLat * sinLon, cosLat);
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

    /// <inheritdoc/>
    public override CircleShape BoundingCircle { get; }

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
