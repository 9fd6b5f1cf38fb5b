using System.Globalization;

namespace Archive.Engine.Tests.Differential;

/// <summary>A shape in three languages: ADQL, arithmetic in plain SQL over columns x, y and z, and extended precision.</summary>
internal abstract record TrialShape
{
    public abstract string Adql { get; }

    public abstract string PlainSql { get; }

    public abstract Truth Holds(Direction position);

    public static TrialShape Random(Random random) => random.Next(3) switch
    {
        0 => TrialCircle.Random(random),
        1 => TrialBox.Random(random),
        _ => TrialPolygon.Random(random),
    };

    /// <summary>Anywhere, and often at a pole, near one, or at longitude 0.</summary>
    protected static (double Lon, double Lat) Centre(Random random) => random.Next(6) switch
    {
        0 => (random.NextDouble() * 360, random.Next(2) == 0 ? 90 : -90),
        1 => (random.NextDouble() * 360, 89.9 * (random.Next(2) == 0 ? 1 : -1)),
        2 => (random.Next(2) == 0 ? 0 : 359.99, (random.NextDouble() * 180) - 90),
        _ => (random.NextDouble() * 360, Math.Asin((random.NextDouble() * 2) - 1) * 180 / Math.PI),
    };

    protected static double Size(Random random, double largest) => Math.Min(largest, Math.Pow(10, (random.NextDouble() * 5) - 2));

    protected static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A linear form over x, y, z.</summary>
    protected static string Dot(Direction normal) => string.Create(CultureInfo.InvariantCulture,
        $"({(double)normal.X:E16} * x + {(double)normal.Y:E16} * y + {(double)normal.Z:E16} * z)");
}
