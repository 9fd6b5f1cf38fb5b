using System.Globalization;

namespace Archive.Engine.Tests.Differential;

internal sealed record TrialCircle(double Lon, double Lat, double Radius) : TrialShape
{
    private readonly Direction centre = Direction.OfDegrees(Lon, Lat);

    /// <summary>The longest straight line from the centre.</summary>
    private readonly DoubleDouble limit = DoubleDouble.SinCosDegrees(Radius / 2).Sin * 2;

    public override string Adql => $"CIRCLE('ICRS', {Text(Lon)}, {Text(Lat)}, {Text(Radius)})";

    /// <summary>By the straight line through the sphere.</summary>
    public override string PlainSql => string.Create(CultureInfo.InvariantCulture,
        $"sqrt(pow(x - {(double)centre.X:E16}, 2) + pow(y - {(double)centre.Y:E16}, 2) + pow(z - {(double)centre.Z:E16}, 2)) <= {(double)limit:E16}");

    public static new TrialCircle Random(Random random)
    {
        var (lon, lat) = Centre(random);
        return new TrialCircle(lon, lat, Size(random, 170));
    }

    public override Truth Holds(Direction position) => Truths.Side(limit - (position - centre).Length());
}
