using Archive.Sky;

namespace Archive.Bench.Data;

/// <summary>Ten million unit vectors spread evenly within a circle. Always the same ones.</summary>
internal sealed class VectorsInCircle
{
    public const int Count = 10_000_000;
    private const int Seed = 20040824;

    /// <param name="centre">The circle's centre.</param>
    /// <param name="radiusDegrees">Its radius, 180 for the whole sphere.</param>
    public VectorsInCircle(UnitVector centre, double radiusDegrees)
    {
        var random = new Random(Seed);
        var (east, north) = Axes(centre);
        var sinHalfRadius = Math.Sin(radiusDegrees * (Math.PI / 360));
        for (var i = 0; i < Count; i++)
        {
            var sinHalf = sinHalfRadius * Math.Sqrt(random.NextDouble());
            var (forward, aside) = (1 - (2 * sinHalf * sinHalf), 2 * sinHalf * Math.Sqrt(1 - (sinHalf * sinHalf)));
            var (sin, cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
            X[i] = (forward * centre.X) + (aside * ((cos * east.X) + (sin * north.X)));
            Y[i] = (forward * centre.Y) + (aside * ((cos * east.Y) + (sin * north.Y)));
            Z[i] = (forward * centre.Z) + (aside * ((cos * east.Z) + (sin * north.Z)));
        }
    }

    public double[] X { get; } = new double[Count];

    public double[] Y { get; } = new double[Count];

    public double[] Z { get; } = new double[Count];

    private static (UnitVector East, UnitVector North) Axes(UnitVector centre)
    {
        var east = UnitVector.FromDegrees(centre.LonDegrees + 90, 0);
        var north = UnitVector.FromDegrees(centre.LonDegrees + (centre.LatDegrees > 0 ? 180 : 0), 90 - Math.Abs(centre.LatDegrees));
        return (east, centre.LatDegrees > 0 ? north : north.Antipode);
    }
}
