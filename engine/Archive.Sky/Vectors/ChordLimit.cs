using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Archive.Sky.Vectors;

/// <summary>
/// "At most this angle apart" as a limit on the square of a straight line, which needs no inverse trigonometry.
/// </summary>
/// <remarks>
/// Up to 90 degrees the line to the centre is measured, 2 sin(r/2) at the limit: exact for the smallest radii. Beyond 90
/// degrees the line to the centre hardly grows any more, so the line to the opposite point is measured instead.
/// </remarks>
internal readonly struct ChordLimit
{
    /// <summary>
    /// How far beyond its boundary a shape still contains, in radians: some ten times what rounding of degrees and of
    /// unit vectors can do, and a five hundred thousandth of a milliarcsecond.
    /// </summary>
    public const double Tolerance = 1e-14;

    private readonly double _limitSquared;
    private readonly bool _fromAntipode;

    /// <exception cref="ArgumentException">The radius is not within 0 to 180 degrees.</exception>
    public ChordLimit(double radiusDegrees)
    {
        if (!(radiusDegrees >= 0 && radiusDegrees <= 180))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The radius of a circle must be 0 to 180 degrees; it is {radiusDegrees:R}."));
        }

        _fromAntipode = radiusDegrees > 90;
        double chord = _fromAntipode
            ? Math.Max(0, 2 * DegreeTrigonometry.SinCos((180 - radiusDegrees) / 2).Sin - Tolerance)
            : 2 * DegreeTrigonometry.SinCos(radiusDegrees / 2).Sin + Tolerance;
        _limitSquared = chord * chord;
    }

    /// <summary>All bits set in the lanes that are within the limit of the centre; NaN is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Within(in VectorBlock points, in UnitVector centre) => _fromAntipode
        ? Vector512.GreaterThanOrEqual(points.ChordSquared(centre.Antipode), Vector512.Create(_limitSquared))
        : Vector512.LessThanOrEqual(points.ChordSquared(centre), Vector512.Create(_limitSquared));

    /// <summary>The same, lane by lane, for pairs of points.</summary>
    public Vector512<double> Within(in VectorBlock a, in VectorBlock b)
    {
        Vector512<double> x = _fromAntipode ? a.X + b.X : a.X - b.X;
        Vector512<double> y = _fromAntipode ? a.Y + b.Y : a.Y - b.Y;
        Vector512<double> z = _fromAntipode ? a.Z + b.Z : a.Z - b.Z;
        Vector512<double> chordSquared = x * x + y * y + z * z;
        Vector512<double> limit = Vector512.Create(_limitSquared);
        return _fromAntipode
            ? Vector512.GreaterThanOrEqual(chordSquared, limit)
            : Vector512.LessThanOrEqual(chordSquared, limit);
    }
}
