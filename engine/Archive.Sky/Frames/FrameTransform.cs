using Archive.Sky.Vectors;

namespace Archive.Sky.Frames;

/// <summary>The way from one frame to another, as a rotation: what the IVOA's catalogue of functions asks of ivo_geom_transform.</summary>
/// <remarks>
/// A rotation keeps distances and shapes, and every way has its exact way back. FK4 is turned without its E-terms of
/// aberration (0.34 arcseconds at most); for a position as right as can be, see <see cref="Fk4"/>.
/// </remarks>
public sealed class FrameTransform
{
    private readonly Rotation _rotation;

    private FrameTransform(SkyFrame from, SkyFrame to)
    {
        (From, To) = (from, to);
        IsIdentity = from == to || (OfEquator(from) && OfEquator(to));
        _rotation = FrameRotation.FromIcrs(from).Inverse().Then(FrameRotation.FromIcrs(to));
    }

    /// <summary>The frame that positions are given in.</summary>
    public SkyFrame From { get; }

    /// <summary>The frame that they come out in.</summary>
    public SkyFrame To { get; }

    /// <summary>Whether all positions stay as they are.</summary>
    public bool IsIdentity { get; }

    /// <summary>The way between two frames.</summary>
    public static FrameTransform Between(SkyFrame from, SkyFrame to) => new(from, to);

    /// <summary>A direction in the other frame; NaN stays NaN.</summary>
    public UnitVector Apply(in UnitVector direction) => IsIdentity ? direction : _rotation.Apply(direction);

    /// <summary>A position in degrees in the other frame; NaN for what is no position.</summary>
    public (double LonDegrees, double LatDegrees) Apply(double lonDegrees, double latDegrees)
    {
        UnitVector direction = UnitVector.FromDegrees(lonDegrees, latDegrees);
        if (IsIdentity && direction.IsFinite)
        {
            return (lonDegrees, latDegrees);
        }

        UnitVector turned = _rotation.Apply(direction);
        return (turned.LonDegrees, turned.LatDegrees);
    }

    /// <summary>Many positions in degrees, which may be written over themselves.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Apply(
        ReadOnlySpan<double> lonDegrees,
        ReadOnlySpan<double> latDegrees,
        Span<double> lonResultDegrees,
        Span<double> latResultDegrees)
    {
        SpanLengths.RequireEqual(lonDegrees.Length, latDegrees.Length, lonResultDegrees.Length, latResultDegrees.Length);
        for (int i = 0; i < lonDegrees.Length; i++)
        {
            (lonResultDegrees[i], latResultDegrees[i]) = Apply(lonDegrees[i], latDegrees[i]);
        }
    }

    private static bool OfEquator(SkyFrame frame) => frame is SkyFrame.Icrs or SkyFrame.Fk5;
}
