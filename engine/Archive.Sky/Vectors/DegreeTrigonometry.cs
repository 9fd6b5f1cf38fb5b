using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Archive.Sky.Vectors;

/// <summary>
/// Sine and cosine of angles in degrees, eight at a time or one at a time, by the same operations in the same order.
/// </summary>
/// <remarks>
/// The angle is brought to within 45 degrees of a multiple of 90 while it is still in degrees, which is exact; the
/// rest are the Taylor series of sine and cosine to the 17th and 16th power, whose remainder is below 1e-18. So
/// multiples of 90 degrees come out as exactly 0 and ±1, and everything else within about 3e-16. Angles up to
/// <see cref="MaxDegrees"/> are meant; beyond it the result means nothing.
/// </remarks>
internal static class DegreeTrigonometry
{
    /// <summary>The largest magnitude of an angle taken: a double near it still tells milliarcseconds apart.</summary>
    public const double MaxDegrees = 1e9;

    private const double RadiansPerDegree = Math.PI / 180;

    public static (double Sin, double Cos) SinCos(double degrees)
    {
        double quarters = Math.Round(degrees * (1.0 / 90));
        double x = double.MultiplyAddEstimate(-90, quarters, degrees) * RadiansPerDegree;
        double square = x * x;

        double s = 1.0 / 355687428096000;
        s = double.MultiplyAddEstimate(s, square, -1.0 / 1307674368000);
        s = double.MultiplyAddEstimate(s, square, 1.0 / 6227020800);
        s = double.MultiplyAddEstimate(s, square, -1.0 / 39916800);
        s = double.MultiplyAddEstimate(s, square, 1.0 / 362880);
        s = double.MultiplyAddEstimate(s, square, -1.0 / 5040);
        s = double.MultiplyAddEstimate(s, square, 1.0 / 120);
        s = double.MultiplyAddEstimate(s, square, -1.0 / 6);
        s = double.MultiplyAddEstimate(s * square, x, x);

        double c = 1.0 / 20922789888000;
        c = double.MultiplyAddEstimate(c, square, -1.0 / 87178291200);
        c = double.MultiplyAddEstimate(c, square, 1.0 / 479001600);
        c = double.MultiplyAddEstimate(c, square, -1.0 / 3628800);
        c = double.MultiplyAddEstimate(c, square, 1.0 / 40320);
        c = double.MultiplyAddEstimate(c, square, -1.0 / 720);
        c = double.MultiplyAddEstimate(c, square, 1.0 / 24);
        c = double.MultiplyAddEstimate(c, square, -1.0 / 2);
        c = double.MultiplyAddEstimate(c, square, 1.0);

        double quadrant = quarters - 4 * Math.Floor(quarters * 0.25);
        return quadrant switch
        {
            0 => (s, c),
            1 => (c, -s),
            2 => (-s, -c),
            _ => (-c, s),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Sin, Vector512<double> Cos) SinCos(Vector512<double> degrees)
    {
        Vector512<double> quarters = Vector512.Round(degrees * (1.0 / 90));
        Vector512<double> x =
            Vector512.MultiplyAddEstimate(Vector512.Create(-90.0), quarters, degrees) * RadiansPerDegree;
        Vector512<double> square = x * x;

        Vector512<double> s = Vector512.Create(1.0 / 355687428096000);
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(-1.0 / 1307674368000));
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(1.0 / 6227020800));
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(-1.0 / 39916800));
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(1.0 / 362880));
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(-1.0 / 5040));
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(1.0 / 120));
        s = Vector512.MultiplyAddEstimate(s, square, Vector512.Create(-1.0 / 6));
        s = Vector512.MultiplyAddEstimate(s * square, x, x);

        Vector512<double> c = Vector512.Create(1.0 / 20922789888000);
        c = Vector512.MultiplyAddEstimate(c, square, Vector512.Create(-1.0 / 87178291200));
        c = Vector512.MultiplyAddEstimate(c, square, Vector512.Create(1.0 / 479001600));
        c = Vector512.MultiplyAddEstimate(c, square, Vector512.Create(-1.0 / 3628800));
        c = Vector512.MultiplyAddEstimate(c, square, Vector512.Create(1.0 / 40320));
        c = Vector512.MultiplyAddEstimate(c, square, Vector512.Create(-1.0 / 720));
        c = Vector512.MultiplyAddEstimate(c, square, Vector512.Create(1.0 / 24));
        c = Vector512.MultiplyAddEstimate(c, square, Vector512.Create(-1.0 / 2));
        c = Vector512.MultiplyAddEstimate(c, square, Vector512<double>.One);

        Vector512<double> quadrant = quarters - 4 * Vector512.Floor(quarters * 0.25);
        Vector512<double> one = Vector512.Equals(quadrant, Vector512<double>.One);
        Vector512<double> two = Vector512.Equals(quadrant, Vector512.Create(2.0));
        Vector512<double> three = Vector512.Equals(quadrant, Vector512.Create(3.0));
        Vector512<double> odd = one | three;
        Vector512<double> signBit = Vector512.Create(-0.0);
        Vector512<double> sin = Vector512.ConditionalSelect(odd, c, s) ^ (signBit & (two | three));
        Vector512<double> cos = Vector512.ConditionalSelect(odd, s, c) ^ (signBit & (one | two));
        return (sin, cos);
    }
}
