using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes;

public class BoxShapeTests
{
    [Fact]
    public void Corners_are_where_KOA_puts_them()
    {
        // What KOA's service makes of box(262,17,2,120), to three decimals; nearer its edges than that nothing is asked.
        var published = new PolygonShape([264.222, 76.991, 262.684, -42.998, 261.316, -42.998, 259.778, 76.991]);
        const double ThousandthDegree = 0.001 * Math.PI / 180;
        var box = new BoxShape(262, 17, 2, 120);
        var sky = new RandomSky(8);
        int[] met = new int[2];
        for (int i = 0; i < 20_000; i++)
        {
            UnitVector p = UnitVector.FromDegrees(262 + sky.Between(-3, 3), sky.Between(-43.5, 77.5));
            if (published.RelationTo(p, ThousandthDegree) != CapRelation.Overlaps)
            {
                Assert.Equal(published.Contains(p), box.Contains(p));
                met[box.Contains(p) ? 1 : 0]++;
            }
        }

        Assert.All(met, count => Assert.True(count > 1000));
    }

    [Theory]
    [InlineData(10, 20, 4, 6)]
    [InlineData(262, 17, 2, 120)]
    [InlineData(0, 0, 170, 3)]
    [InlineData(0, 89, 5, 5)]
    [InlineData(359.9, -60, 1, 30)]
    public void Is_the_polygon_of_its_corners(double lon, double lat, double width, double height)
    {
        var box = new BoxShape(lon, lat, width, height);
        UnitVector centre = UnitVector.FromDegrees(lon, lat);
        UnitVector east = UnitVector.FromDegrees(lon + 90, 0);
        UnitVector north = centre.Cross(east);
        double across = Math.Tan(width * Math.PI / 360), along = Math.Tan(height * Math.PI / 360);
        var corners = new List<double>();
        foreach ((int e, int n) in new[] { (1, 1), (1, -1), (-1, -1), (-1, 1) })
        {
            UnitVector corner = new UnitVector(
                centre.X + e * across * east.X + n * along * north.X,
                centre.Y + e * across * east.Y + n * along * north.Y,
                centre.Z + e * across * east.Z + n * along * north.Z).Normalized();
            corners.AddRange([corner.LonDegrees, corner.LatDegrees]);
        }

        var polygon = new PolygonShape(corners.ToArray());
        var sky = new RandomSky(7);
        int inside = 0;
        for (int i = 0; i < 5000; i++)
        {
            UnitVector p = sky.Near(centre, box.BoundingCircle.RadiusDegrees * 1.1);
            Assert.Equal(polygon.Contains(p), box.Contains(p));
            inside += box.Contains(p) ? 1 : 0;
        }

        Assert.InRange(inside, 1, 4999);
    }

    [Theory]
    [InlineData(10, 0, 2, 2, 11, 0, true)]
    [InlineData(10, 0, 2, 2, 10, -1, true)]
    [InlineData(10, 0, 2, 2, 11.0000003, 0, false)]
    [InlineData(10, 0, 2, 2, 190, 0, false)]
    [InlineData(10, 0, 0, 0, 10, 0, true)]
    [InlineData(10, 0, 0, 0, 190, 0, false)]
    [InlineData(10, 0, 0, 20, 10, 9, true)]
    [InlineData(10, 0, 180, 180, 100, 80, true)]
    [InlineData(10, 0, 180, 180, 101, 0, false)]
    [InlineData(10, 0, 200, 20, 109, 0, true)]
    [InlineData(10, 0, 200, 20, 111, 0, false)]
    [InlineData(180, 0, 360, 180, 0, 0, true)]
    [InlineData(180, 0, 360, 180, 77, -90, true)]
    [InlineData(0, 90, 2, 2, 45, 89.2, true)]
    [InlineData(359.5, 0, 2, 2, 0.4, 0.5, true)]
    public void Contains_by_width_and_height(
        double lon, double lat, double width, double height, double pointLon, double pointLat, bool expected) =>
        Assert.Equal(expected, new BoxShape(lon, lat, width, height).Contains(pointLon, pointLat));

    [Theory]
    [InlineData(0, 0, -1, 1, "width of a box must be 0 to 360")]
    [InlineData(0, 0, 361, 1, "width of a box must be 0 to 360")]
    [InlineData(0, 0, 1, 180.5, "height of a box must be 0 to 180")]
    [InlineData(0, 0, 1, double.NaN, "height of a box must be 0 to 180")]
    [InlineData(0, 91, 1, 1, "centre of a box")]
    public void Impossible_boxes_are_refused(double lon, double lat, double width, double height, string text) =>
        Assert.Contains(
            text,
            Assert.Throws<ArgumentException>(() => new BoxShape(lon, lat, width, height)).Message,
            StringComparison.Ordinal);
}
