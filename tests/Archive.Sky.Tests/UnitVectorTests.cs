namespace Archive.Sky.Tests;

public class UnitVectorTests
{
    [Theory]
    [InlineData(0, 0, 1, 0, 0)]
    [InlineData(90, 0, 0, 1, 0)]
    [InlineData(180, 0, -1, 0, 0)]
    [InlineData(270, 0, 0, -1, 0)]
    [InlineData(-90, 0, 0, -1, 0)]
    [InlineData(360, 0, 1, 0, 0)]
    [InlineData(17, 90, 0, 0, 1)]
    [InlineData(17, -90, 0, 0, -1)]
    [InlineData(3600090, 0, 0, 1, 0)]
    public void Right_angles_are_exact(double lon, double lat, double x, double y, double z) =>
        Assert.Equal(new UnitVector(x, y, z), UnitVector.FromDegrees(lon, lat));

    [Fact]
    public void Components_agree_with_the_system_library()
    {
        var sky = new RandomSky(1);
        for (int i = 0; i < 20_000; i++)
        {
            (double lon, double lat) = sky.Position();
            UnitVector v = UnitVector.FromDegrees(lon, lat);
            (double a, double b) = (lon * Math.PI / 180, lat * Math.PI / 180);
            Assert.Equal(Math.Cos(b) * Math.Cos(a), v.X, 2e-15);
            Assert.Equal(Math.Cos(b) * Math.Sin(a), v.Y, 2e-15);
            Assert.Equal(Math.Sin(b), v.Z, 1e-15);
            Assert.Equal(1, v.Dot(v), 1e-15);
        }
    }

    [Fact]
    public void Degrees_come_back()
    {
        var sky = new RandomSky(2);
        for (int i = 0; i < 20_000; i++)
        {
            (double lon, double lat) = sky.Position();
            UnitVector v = UnitVector.FromDegrees(lon, lat);
            Assert.Equal(lat, v.LatDegrees, 5e-14);
            Assert.Equal(lon, v.LonDegrees, 1e-13 / Math.Cos(lat * Math.PI / 180));
        }
    }

    [Theory]
    [InlineData(0, 90, 0)]
    [InlineData(123, -90, 0)]
    [InlineData(-1e-20, 0, 0)]
    [InlineData(359.5, 10, 359.5)]
    [InlineData(-0.5, 10, 359.5)]
    public void Longitude_is_0_to_below_360(double lon, double lat, double expected)
    {
        double actual = UnitVector.FromDegrees(lon, lat).LonDegrees;
        Assert.Equal(expected, actual, 1e-12);
        Assert.InRange(actual, 0, Math.BitDecrement(360.0));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(0, 90.0000001)]
    [InlineData(0, -91)]
    [InlineData(1e10, 0)]
    public void What_is_no_position_becomes_NaN(double lon, double lat) =>
        Assert.False(UnitVector.FromDegrees(lon, lat).IsFinite);
}
