namespace Archive.Sky.Shapes.Planes;

/// <summary>
/// An edge on a plane: the line Constant + PerU·u + PerV·v = 0, whose value on the plane is the sine of the distance on the
/// sphere over the cosine of that from the plane's centre, and where it begins and ends.
/// </summary>
internal readonly record struct PlaneLine(
    double Constant, double PerU, double PerV, double StartU, double StartV, double EndU, double EndV)
{
    /// <summary>The u of those of its points that have a v of so much; none where it has no such point.</summary>
    public (double Least, double Most)? WithinV(double low, double high)
    {
        if (Math.Max(StartV, EndV) < low || Math.Min(StartV, EndV) > high)
        {
            return null;
        }

        (double first, double last) = (Math.Clamp(StartV, low, high), Math.Clamp(EndV, low, high));
        double a = first == StartV ? StartU : UAt(first), b = last == EndV ? EndU : UAt(last);
        return (Math.Min(a, b), Math.Max(a, b));
    }

    /// <summary>Negative where a ray from the point towards growing u has the line before it.</summary>
    public double Passed(double u, double v) =>
        double.MultiplyAddEstimate(PerU, u, double.MultiplyAddEstimate(PerV, v, Constant));

    private double UAt(double v) => StartU + (EndU - StartU) * ((v - StartV) / (EndV - StartV));
}
