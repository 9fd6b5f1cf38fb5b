using System.Globalization;
using Archive.Sky.Healpix;

namespace Archive.Sky.Tests.Healpix;

public class HealpixNestedTests
{
    public static TheoryData<int, double, double, long> Indexes
    {
        get
        {
            var data = new TheoryData<int, double, double, long>();
            foreach (string[] row in CaseTable.Rows("healpix.tsv"))
            {
                data.Add(
                    int.Parse(row[0], CultureInfo.InvariantCulture),
                    CaseTable.Number(row[1]),
                    CaseTable.Number(row[2]),
                    long.Parse(row[3], CultureInfo.InvariantCulture));
            }

            return data;
        }
    }

    public static TheoryData<int, long, double, double> Centres
    {
        get
        {
            var data = new TheoryData<int, long, double, double>();
            foreach (string[] row in CaseTable.Rows("healpix-centre.tsv"))
            {
                data.Add(
                    int.Parse(row[0], CultureInfo.InvariantCulture),
                    long.Parse(row[1], CultureInfo.InvariantCulture),
                    CaseTable.Number(row[2]),
                    CaseTable.Number(row[3]));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Index_agrees_with_other_implementations(int order, double lon, double lat, long expected)
    {
        Assert.Equal(expected, HealpixNested.IndexOf(order, lon, lat));
        Assert.Equal(expected, HealpixNested.IndexOf(order, lon - 360, lat));
        long[] result = new long[2];
        HealpixNested.IndexesOf(order, [double.NaN, lon], [lat, lat], result);
        Assert.Equal([HealpixNested.NoIndex, expected], result);
    }

    [Theory]
    [MemberData(nameof(Centres))]
    public void Centre_agrees_with_other_implementations(int order, long index, double lon, double lat)
    {
        (double actualLon, double actualLat) = HealpixNested.CentreOf(order, index);
        Assert.InRange(Distance.Degrees(lon, lat, actualLon, actualLat), 0, 1e-12);
    }

    [Fact]
    public void Centre_of_cell_6_at_order_0() => Assert.Equal((180.0, 0.0), HealpixNested.CentreOf(0, 6));

    [Fact]
    public void Centres_lie_in_their_cells_and_cells_in_their_parents()
    {
        var sky = new RandomSky(41);
        for (int i = 0; i < 50_000; i++)
        {
            int order = sky.Below(HealpixNested.MaxOrder + 1);
            long index = sky.Below(HealpixNested.CellCount(order));
            (double lon, double lat) = HealpixNested.CentreOf(order, index);
            Assert.Equal(index, HealpixNested.IndexOf(order, lon, lat));
            for (int parent = 0; parent < order; parent++)
            {
                Assert.Equal(index >> (2 * (order - parent)), HealpixNested.IndexOf(parent, lon, lat));
            }
        }
    }

    [Fact]
    public void No_point_of_a_cell_is_beyond_its_radius()
    {
        var sky = new RandomSky(42);
        double[] farthest = new double[HealpixNested.MaxOrder + 1];
        for (int i = 0; i < 100_000; i++)
        {
            int order = i % farthest.Length;
            (double lon, double lat) = i % 3 == 0 ? (sky.Between(0, 360), sky.Between(41, 43)) : sky.Position();
            UnitVector position = UnitVector.FromDegrees(lon, lat);
            UnitVector centre = HealpixCell.At(order, lon, position).Centre(order).Direction;
            farthest[order] = Math.Max(farthest[order], centre.RadiansTo(position) / CellRadius.Of(order));
        }

        Assert.All(farthest, share => Assert.InRange(share, 0.8, 1));
    }

    [Theory]
    [InlineData(0, 90)]
    [InlineData(359.9999999999999, 90)]
    [InlineData(0, -90)]
    [InlineData(-1e-300, 0)]
    [InlineData(360, 0)]
    [InlineData(90, 41.8103148957786)]
    public void Awkward_positions_have_a_cell_at_every_order(double lon, double lat)
    {
        for (int order = 0; order <= HealpixNested.MaxOrder; order++)
        {
            Assert.InRange(HealpixNested.IndexOf(order, lon, lat), 0, HealpixNested.CellCount(order) - 1);
        }
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HealpixNested.IndexOf(30, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => HealpixNested.IndexOf(-1, 0, 0));
        Assert.Throws<ArgumentException>(() => HealpixNested.IndexOf(3, double.NaN, 0));
        Assert.Throws<ArgumentException>(() => HealpixNested.IndexOf(3, 0, 90.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HealpixNested.CentreOf(0, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => HealpixNested.CentreOf(0, -1));
    }
}
