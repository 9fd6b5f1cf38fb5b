using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes;

public class BatchTests
{
    public static TheoryData<string> Kinds => [.. SomeShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Batches_agree_with_single_calls(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        var sky = new RandomSky(31);
        foreach (int count in new[] { 0, 1, 7, 8, 9, 2048, 2051 })
        {
            double[] lon = new double[count], lat = new double[count];
            double[] x = new double[count], y = new double[count], z = new double[count];
            for (int i = 0; i < count; i++)
            {
                UnitVector p = sky.Near(shape.BoundingCircle.Centre, Math.Min(180, shape.BoundingCircle.RadiusDegrees * 1.5));
                (lon[i], lat[i]) = (p.LonDegrees, p.LatDegrees);
                (x[i], y[i], z[i]) = UnitVector.FromDegrees(lon[i], lat[i]);
            }

            byte[] fromDegrees = Filled(count), fromVectors = Filled(count);
            shape.Contains(lon, lat, fromDegrees);
            shape.Contains(x, y, z, fromVectors);
            for (int i = 0; i < count; i++)
            {
                byte expected = shape.Contains(lon[i], lat[i]) ? (byte)1 : (byte)0;
                Assert.Equal(expected, fromDegrees[i]);
                Assert.Equal(expected, fromVectors[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_no_position_is_in_nothing(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        (double lon, double lat) = (shape.BoundingCircle.LonDegrees, shape.BoundingCircle.LatDegrees);
        double[] lons = [double.NaN, lon, lon, double.PositiveInfinity, lon, 1e300, double.NaN, lon, double.NaN];
        double[] lats = [lat, double.NaN, 90.5, lat, double.NegativeInfinity, lat, double.NaN, -91, lat];
        byte[] result = Filled(lons.Length);
        shape.Contains(lons, lats, result);
        Assert.All(result, r => Assert.Equal(0, r));
        shape.Contains(lons, lats, lats, result);
        Assert.Equal(0, result[0]);
        Assert.Equal(0, result[1]);
        Assert.Equal(0, result[6]);
    }

    [Fact]
    public void Spans_of_different_length_are_refused()
    {
        var circle = new CircleShape(0, 0, 1);
        Assert.Throws<ArgumentException>(() => circle.Contains([1.0, 2.0], [1.0], new byte[2]));
        Assert.Throws<ArgumentException>(() => circle.Contains([1.0], [1.0], [1.0], new byte[2]));
    }

    private static byte[] Filled(int count) => [.. Enumerable.Repeat((byte)7, count)];
}
