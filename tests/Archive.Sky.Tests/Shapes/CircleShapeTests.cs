using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes;

public class CircleShapeTests
{
    public static TheoryData<double, double, double, double, double, double> Boundary =>
        CaseTable.SixNumbers("circle-boundary.tsv");

    [Theory]
    [MemberData(nameof(Boundary))]
    public void A_milliarcsecond_decides(
        double lon, double lat, double radius, double pointLon, double pointLat, double inside)
    {
        var circle = new CircleShape(lon, lat, radius);
        Assert.Equal(inside == 1, circle.Contains(pointLon, pointLat));
        Assert.Equal(inside == 1, circle.Contains(pointLon - 360, pointLat));
        byte[] result = new byte[1];
        circle.Contains([pointLon], [pointLat], result);
        Assert.Equal(inside, result[0]);
    }

    [Theory]
    [InlineData(10, 0, 1, 11, 0)]
    [InlineData(10, 0, 1, 9, 0)]
    [InlineData(262, 17, 1, 262, 18)]
    [InlineData(262, 17, 1, 262, 16)]
    [InlineData(359.9, 0, 0.2, 0.1, 0)]
    [InlineData(10.1, 0, 0.9, 11, 0)]
    [InlineData(12.3, 45.6, 0, 12.3, 45.6)]
    [InlineData(12.3, 45.6, 0, 372.3, 45.6)]
    [InlineData(0, 90, 0, 77, 90)]
    [InlineData(0, 90, 90, 123, 0)]
    [InlineData(40, 0, 180, 220, 0)]
    [InlineData(40, 10, 170, 220, 0)]
    [InlineData(0, 0, 90, 90, 33)]
    public void The_boundary_is_inside(double lon, double lat, double radius, double pointLon, double pointLat) =>
        Assert.True(new CircleShape(lon, lat, radius).Contains(pointLon, pointLat));

    [Theory]
    [InlineData(double.NaN, 0, 1, "finite")]
    [InlineData(0, double.PositiveInfinity, 1, "finite")]
    [InlineData(0, 90.1, 1, "latitude of -90 to +90")]
    [InlineData(1e12, 0, 1, "longitude of at most 1e9")]
    [InlineData(0, 0, -1, "radius of a circle must be 0 to 180")]
    [InlineData(0, 0, 180.5, "it is 180.5")]
    [InlineData(0, 0, double.NaN, "radius of a circle must be 0 to 180")]
    public void Impossible_circles_are_refused(double lon, double lat, double radius, string text) =>
        Assert.Contains(
            text, Assert.Throws<ArgumentException>(() => new CircleShape(lon, lat, radius)).Message, StringComparison.Ordinal);
}
