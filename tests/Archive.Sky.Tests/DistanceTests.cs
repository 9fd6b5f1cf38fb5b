namespace Archive.Sky.Tests;

public class DistanceTests
{
    private const double MicroarcsecondDegrees = 1e-6 / 3600;

    public static TheoryData<double, double, double, double, double> Separations =>
        CaseTable.FiveNumbers("separation.tsv");

    [Theory]
    [MemberData(nameof(Separations))]
    public void Agrees_with_astropy(double lon1, double lat1, double lon2, double lat2, double expected)
    {
        Assert.Equal(expected, Distance.Degrees(lon1, lat1, lon2, lat2), MicroarcsecondDegrees / 1000);
        Assert.Equal(expected, Distance.Degrees(lon2, lat2, lon1, lat1), MicroarcsecondDegrees / 1000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(1003)]
    public void Batches_agree_with_single_calls(int count)
    {
        var sky = new RandomSky(count);
        double[] lon1 = new double[count], lat1 = new double[count], lon2 = new double[count], lat2 = new double[count];
        for (int i = 0; i < count; i++)
        {
            (lon1[i], lat1[i]) = sky.Position();
            (lon2[i], lat2[i]) = i % 3 == 0 ? (lon1[i] + 180, -lat1[i]) : sky.Position();
        }

        lat1[count / 2] = double.NaN;
        double[] pairs = new double[count], toOne = new double[count];
        Distance.Degrees(lon1, lat1, lon2, lat2, pairs);
        Distance.Degrees(lon1, lat1, UnitVector.FromDegrees(10, 20), toOne);
        byte[] within = new byte[count];
        Distance.Within(lon1, lat1, lon2, lat2, 60, within);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(Distance.Degrees(lon1[i], lat1[i], lon2[i], lat2[i]), pairs[i], 1e-13);
            Assert.Equal(Distance.Degrees(lon1[i], lat1[i], 10, 20), toOne[i], 1e-13);
            Assert.Equal(pairs[i] <= 60 ? 1 : 0, within[i]);
        }
    }

    [Fact]
    public void Within_agrees_with_a_circle_at_all_radii()
    {
        var sky = new RandomSky(5);
        double[] radii = [0, 1e-7, 1, 89.999999, 90, 90.000001, 179.9999, 180];
        foreach (double radius in radii)
        {
            (double lon, double lat) = sky.Position();
            var circle = new Sky.Shapes.CircleShape(lon, lat, radius);
            for (int i = 0; i < 200; i++)
            {
                (double lon2, double lat2) = i == 0 ? (lon, lat) : i == 1 ? (lon + 180, -lat) : sky.Position();
                byte[] result = new byte[1];
                Distance.Within([lon], [lat], [lon2], [lat2], radius, result);
                Assert.Equal(circle.Contains(lon2, lat2), result[0] == 1);
            }
        }
    }

    [Fact]
    public void Spans_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => Distance.Degrees([1, 2], [1], [1, 2], [1, 2], new double[2]));
}
