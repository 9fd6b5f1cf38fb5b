namespace Archive.Sky.Shapes.Relations;

/// <summary>
/// A part of a shape's border, at most a quarter turn of a circle about an axis; a great circle is one of radius 90 degrees.
/// Angles along it are in radians, counter-clockwise seen from outside.
/// </summary>
internal sealed class Arc
{
    // Points nearer than this to an arc are taken to be on it when it is split: ten times what a shape's border is widened by.
    private const double Closeness = 1e-13;

    private readonly UnitVector _u;
    private readonly UnitVector _v;
    private readonly UnitVector _end;
    private readonly double _sinRadius;
    private readonly double _cosRadius;

    private Arc(in UnitVector axis, in UnitVector u, double radius, double sweep)
    {
        (Axis, _u, RadiusRadians, Sweep) = (axis, u, radius, sweep);
        _v = axis.Cross(u).Normalized();
        (_sinRadius, _cosRadius) = IsGreat ? (1, 0) : Math.SinCos(radius);
        Middle = At(sweep / 2);
        _end = At(sweep);
        Reach = LengthOf(sweep) / 2;
    }

    /// <summary>Centre of the circle, on the left of the arc.</summary>
    public UnitVector Axis { get; }

    /// <summary>Radius of the circle.</summary>
    public double RadiusRadians { get; }

    /// <summary>Whether it is part of a great circle.</summary>
    public bool IsGreat => RadiusRadians == Math.PI / 2;

    /// <summary>The angle from its start to its end.</summary>
    public double Sweep { get; }

    /// <summary>The point halfway.</summary>
    public UnitVector Middle { get; }

    /// <summary>No point of it is farther from the middle than this, in radians.</summary>
    public double Reach { get; }

    /// <summary>The great-circle arc between two points at most a quarter turn apart, with its own left as its axis.</summary>
    public static Arc Great(in UnitVector start, in UnitVector end) =>
        new(start.Cross(end).Normalized(), start, Math.PI / 2, start.RadiansTo(end));

    /// <summary>A quarter of a circle around a centre, from a direction at right angles to the centre's.</summary>
    public static Arc Quarter(in UnitVector centre, in UnitVector direction, double radiusRadians) =>
        new(centre, direction, radiusRadians, Math.PI / 2);

    /// <summary>Length in radians of what lies between two angles so far apart.</summary>
    public double LengthOf(double sweep) => sweep * _sinRadius;

    /// <summary>The point at an angle from the start.</summary>
    public UnitVector At(double angle) => Beside(angle, 0);

    /// <summary>The point at an angle from the start and so many radians nearer to the axis, which is to the left.</summary>
    public UnitVector Beside(double angle, double left)
    {
        (double sin, double cos) = Math.SinCos(angle);
        (double sinRadius, double cosRadius) = left == 0 ? (_sinRadius, _cosRadius) : Math.SinCos(RadiusRadians - left);
        double alongU = sinRadius * cos, alongV = sinRadius * sin;
        return new UnitVector(
            cosRadius * Axis.X + alongU * _u.X + alongV * _v.X,
            cosRadius * Axis.Y + alongU * _u.Y + alongV * _v.Y,
            cosRadius * Axis.Z + alongU * _u.Z + alongV * _v.Z).Normalized();
    }

    /// <summary>Half the integral of x × dx between two angles, by which Stokes' theorem gives that of x over an area.</summary>
    public UnitVector HalfLineIntegral(double start, double end)
    {
        double alongAxis = _sinRadius * _sinRadius * (end - start) / 2;
        double across = -_cosRadius * _sinRadius / 2;
        double alongU = across * (Math.Sin(end) - Math.Sin(start)), alongV = across * (Math.Cos(start) - Math.Cos(end));
        return new UnitVector(
            alongAxis * Axis.X + alongU * _u.X + alongV * _v.X,
            alongAxis * Axis.Y + alongU * _u.Y + alongV * _v.Y,
            alongAxis * Axis.Z + alongU * _u.Z + alongV * _v.Z);
    }

    /// <summary>Adds the angles at which this arc meets another: where they cross or touch, and where the other ends on this one.</summary>
    public void AddMeetings(Arc other, List<double> angles)
    {
        double reach = Reach + other.Reach + Closeness;
        double dx = Middle.X - other.Middle.X, dy = Middle.Y - other.Middle.Y, dz = Middle.Z - other.Middle.Z;
        if (dx * dx + dy * dy + dz * dz > reach * reach)
        {
            return;
        }

        if (IsGreat && other.IsGreat && (IsBeside(other) || other.IsBeside(this)))
        {
            return;
        }

        AddIfNear(other, other.At(0), angles);
        AddIfNear(other, other._end, angles);
        if (CrossingHalfAngle(other) is double half)
        {
            double towards = AngleOf(other.Axis);
            AddIfNear(other, At(towards + half), angles);
            AddIfNear(other, At(towards - half), angles);
        }
    }

    /// <summary>Whether the other great arc lies wholly on one side of this one's great circle.</summary>
    private bool IsBeside(Arc other)
    {
        double start = Axis.Dot(other._u), end = Axis.Dot(other._end);
        return Math.Min(start, end) > Closeness || Math.Max(start, end) < -Closeness;
    }

    private double AngleOf(in UnitVector point) => Math.Atan2(_v.Dot(point), _u.Dot(point));

    private void AddIfNear(Arc other, in UnitVector point, List<double> angles)
    {
        if (other.Holds(point, out _) && Holds(point, out double angle))
        {
            angles.Add(angle);
        }
    }

    private bool Holds(in UnitVector point, out double angle)
    {
        angle = AngleOf(point);
        double slack = Closeness / _sinRadius;
        angle = angle < -Math.PI / 2 - slack ? angle + 2 * Math.PI : angle;
        return angle >= -slack && angle <= Sweep + slack
            && Math.Abs(IsGreat ? Axis.Dot(point) : Axis.RadiansTo(point) - RadiusRadians) <= Closeness;
    }

    /// <summary>
    /// Angle at this circle's axis between the direction of the other's and each of the two points that both circles share; none
    /// if they share none. By the formulas for half an angle of a spherical triangle, which hold for the smallest circles too.
    /// </summary>
    private double? CrossingHalfAngle(Arc other)
    {
        double distance = Axis.RadiansTo(other.Axis);
        double s = (RadiusRadians + distance + other.RadiusRadians) / 2;
        double a = Math.Sin(s - RadiusRadians), b = Math.Sin(s - distance), c = Math.Sin(s - other.RadiusRadians), d = Math.Sin(s);
        return Math.Min(Math.Min(a, b), Math.Min(c, d)) < -Closeness
            ? null
            : 2 * Math.Atan2(Math.Sqrt(Math.Max(0, a * b)), Math.Sqrt(Math.Max(0, c * d)));
    }
}
