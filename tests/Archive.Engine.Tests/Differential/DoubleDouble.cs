namespace Archive.Engine.Tests.Differential;

/// <summary>
/// A number of some 31 digits as the unevaluated sum of two doubles (Dekker 1971; Knuth's two-sum; products by fused multiply-add): so many more than a
/// double has that its own rounding never decides a test.
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    private static readonly DoubleDouble RadiansPerDegree = new DoubleDouble(3.141592653589793, 1.2246467991473532e-16) / 180;

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static explicit operator double(DoubleDouble value) => value.High + value.Low;

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var sum = Sum(a.High, b.High);
        var low = Sum(a.Low, b.Low);
        sum = QuickSum(sum.High, sum.Low + low.High);
        return QuickSum(sum.High, sum.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var high = a.High * b.High;
        var low = Math.FusedMultiplyAdd(a.High, b.High, -high) + ((a.High * b.Low) + (a.Low * b.High));
        return QuickSum(high, low);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var first = a.High / b.High;
        var rest = a - (b * first);
        var second = rest.High / b.High;
        rest -= b * second;
        return QuickSum(first, second) + (rest.High / b.High);
    }

    public static bool operator <(DoubleDouble a, DoubleDouble b) => (a - b).High < 0;

    public static bool operator >(DoubleDouble a, DoubleDouble b) => (a - b).High > 0;

    public static DoubleDouble Abs(DoubleDouble a) => a.High < 0 ? -a : a;

    public static DoubleDouble Sqrt(DoubleDouble a)
    {
        if (a.High <= 0) return 0;
        DoubleDouble root = Math.Sqrt(a.High);
        // One step of Newton's method doubles the digits.
        return root + ((a - (root * root)) / (root * 2));
    }

    /// <summary>Sine and cosine of an angle in degrees; the angle is reduced to 45 degrees without rounding.</summary>
    public static (DoubleDouble Sin, DoubleDouble Cos) SinCosDegrees(double degrees)
    {
        var reduced = Math.IEEERemainder(degrees, 360);
        var quarter = (int)Math.Round(reduced / 90);
        var x = RadiansPerDegree * (reduced - (90.0 * quarter));
        var (sin, cos) = (Series(x, 1), Series(x, 0));
        return (quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>The terms of exp(ix) whose powers are even, or odd, with their signs: cosine, or sine.</summary>
    private static DoubleDouble Series(DoubleDouble x, int firstPower)
    {
        DoubleDouble term = firstPower == 0 ? 1 : x;
        var sum = term;
        for (var power = firstPower + 2; power < 34; power += 2)
        {
            term = -(term * x * x) / ((double)power * (power - 1));
            sum += term;
        }

        return sum;
    }

    private static DoubleDouble Sum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
    }

    private static DoubleDouble QuickSum(double a, double b)
    {
        var sum = a + b;
        return new DoubleDouble(sum, b - (sum - a));
    }
}
