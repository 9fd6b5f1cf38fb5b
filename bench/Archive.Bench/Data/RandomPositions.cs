using Archive.Sky;

namespace Archive.Bench.Data;

/// <summary>Positions spread evenly over the sphere: longitude and latitude in degrees, and the same as unit vectors. Always the same ones.</summary>
internal sealed class RandomPositions
{
    public const int Count = 1_000_000;
    private const int Seed = 20040824;

    public RandomPositions()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            LonDegrees[i] = 360 * random.NextDouble();
            LatDegrees[i] = Math.Asin((2 * random.NextDouble()) - 1) * (180 / Math.PI);
            (X[i], Y[i], Z[i]) = UnitVector.FromDegrees(LonDegrees[i], LatDegrees[i]);
        }
    }

    public double[] LonDegrees { get; } = new double[Count];

    public double[] LatDegrees { get; } = new double[Count];

    public double[] X { get; } = new double[Count];

    public double[] Y { get; } = new double[Count];

    public double[] Z { get; } = new double[Count];
}
