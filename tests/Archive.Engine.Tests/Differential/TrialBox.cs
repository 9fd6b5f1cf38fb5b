namespace Archive.Engine.Tests.Differential;

/// <summary>A box narrower than a hemisphere: where four great circles, at right angles to its arms at their ends, enclose it.</summary>
internal sealed record TrialBox(double Lon, double Lat, double Width, double Height) : TrialShape
{
    /// <summary>The normals of the sides, towards the inside.</summary>
    private readonly Direction[] borders = [.. Borders(Lon, Lat, Width, Height)];

    public override string Adql => $"BOX({Text(Lon)}, {Text(Lat)}, {Text(Width)}, {Text(Height)})";

    public override string PlainSql => string.Join(" AND ", borders.Select(border => $"{Dot(border)} >= 0"));

    public static new TrialBox Random(Random random)
    {
        var (lon, lat) = Centre(random);
        return new TrialBox(lon, lat, Size(random, 170), Size(random, 170));
    }

    public override Truth Holds(Direction position) => borders.Select(border => Truths.Side(position.Dot(border))).Aggregate(Truths.And);

    private static IEnumerable<Direction> Borders(double lon, double lat, double width, double height)
    {
        var centre = Direction.OfDegrees(lon, lat);
        var (east, north) = Direction.AxesAt(lon, lat);
        foreach (var (axis, size) in new[] { (east, width), (north, height) })
        {
            var (sin, cos) = DoubleDouble.SinCosDegrees(size / 2);
            yield return (centre * sin) - (axis * cos);
            yield return (centre * sin) + (axis * cos);
        }
    }
}
