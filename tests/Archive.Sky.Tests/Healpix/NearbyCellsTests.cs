using Archive.Sky.Healpix;

namespace Archive.Sky.Tests.Healpix;

public class NearbyCellsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1e-8, 2)]
    [InlineData(1.0 / 3600, 3)]
    [InlineData(0.1, 4)]
    [InlineData(3, 5)]
    [InlineData(100, 6)]
    [InlineData(180, 7)]
    public void No_position_within_the_radius_is_missed(double radiusDegrees, int seed)
    {
        int order = NearbyCells.OrderFor(radiusDegrees);
        var nearby = new NearbyCells(order);
        var sky = new RandomSky(seed);
        for (int round = 0; round < 3000; round++)
        {
            (double lon, double lat) = Awkward(sky, round);
            long[] cells = nearby.Of(lon, lat, radiusDegrees).ToArray();
            Assert.Equal(cells.Distinct().Count(), cells.Length);
            UnitVector centre = UnitVector.FromDegrees(lon, lat);
            for (int i = 0; i < 20; i++)
            {
                UnitVector p = OnBorder(sky, centre, radiusDegrees * (i % 2 == 0 ? 1 : sky.Between(0, 1)));
                Assert.Contains(HealpixNested.IndexOf(order, p.LonDegrees, p.LatDegrees), cells);
            }
        }
    }

    [Theory]
    [InlineData(1.0 / 3600)]
    [InlineData(0.05)]
    public void Most_circles_need_one_cell(double radiusDegrees)
    {
        var nearby = new NearbyCells(NearbyCells.OrderFor(radiusDegrees));
        var sky = new RandomSky(9);
        int cells = 0;
        for (int i = 0; i < 10_000; i++)
        {
            (double lon, double lat) = sky.Position();
            cells += nearby.Of(lon, lat, radiusDegrees).Length;
        }

        Assert.InRange(cells, 10_000, 16_000);
    }

    [Theory]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(0, 90.1, 1)]
    [InlineData(0, 0, -1)]
    [InlineData(0, 0, double.NaN)]
    public void What_is_no_circle_has_no_cells(double lon, double lat, double radius) =>
        Assert.Equal(0, new NearbyCells(10).Of(lon, lat, radius).Length);

    [Theory]
    [InlineData(0, 29)]
    [InlineData(1.0 / 3600, 13)]
    [InlineData(1, 3)]
    [InlineData(180, 3)]
    [InlineData(double.NaN, 3)]
    [InlineData(double.PositiveInfinity, 3)]
    public void The_order_goes_by_the_radius(double radiusDegrees, int order) =>
        Assert.Equal(order, NearbyCells.OrderFor(radiusDegrees));

    /// <summary>Anywhere, near the poles, on the borders of base cells and where the polar caps begin.</summary>
    private static (double Lon, double Lat) Awkward(RandomSky sky, int round) => (round % 5) switch
    {
        0 => (sky.Between(0, 360), 90 - Math.Pow(10, sky.Between(-9, 1))),
        1 => (sky.Between(0, 360), Math.Pow(10, sky.Between(-9, 1)) - 90),
        2 => (45 * sky.Below(9) + sky.Between(-1e-6, 1e-6), sky.Between(-90, 90)),
        3 => (sky.Between(0, 360), 41.8103148957786 + sky.Between(-1e-6, 1e-6)),
        _ => sky.Position(),
    };

    private static UnitVector OnBorder(RandomSky sky, in UnitVector centre, double radiusDegrees)
    {
        UnitVector east = centre.AnyPerpendicular();
        UnitVector north = centre.Cross(east);
        return centre.Towards(east.Towards(north, sky.Between(0, 2 * Math.PI)), radiusDegrees * (Math.PI / 180));
    }
}
