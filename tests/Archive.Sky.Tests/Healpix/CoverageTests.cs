using Archive.Sky.Healpix;
using Archive.Sky.Shapes;
using Archive.Sky.Tests.Shapes;

namespace Archive.Sky.Tests.Healpix;

public class CoverageTests
{
    public static TheoryData<string> Kinds => BatchTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Never_misses_a_point_inside(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        foreach (int maxRanges in new[] { 1, 2, 16, 100 })
        {
            IReadOnlyList<IndexRange> ranges = Coverage.Of(shape, maxRanges);
            Assert.InRange(ranges.Count, 1, maxRanges);
            RequireSortedAndApart(ranges);
            var sky = new RandomSky(maxRanges);
            for (int i = 0; i < 3000; i++)
            {
                UnitVector near = sky.Near(shape.BoundingCircle.Centre, Math.Min(180, shape.BoundingCircle.RadiusDegrees * 1.01));
                (double lon, double lat) = (near.LonDegrees, near.LatDegrees);
                if (shape.Contains(lon, lat))
                {
                    long index = HealpixNested.IndexOf(HealpixNested.MaxOrder, lon, lat);
                    Assert.Contains(ranges, r => r.First <= index && index <= r.Last);
                }
            }
        }
    }

    [Fact]
    public void Never_misses_a_point_on_a_circle_s_boundary()
    {
        var sky = new RandomSky(50);
        for (int round = 0; round < 300; round++)
        {
            (double lon, double lat) = sky.Position();
            double radius = Math.Pow(10, sky.Between(-8, 2));
            UnitVector centre = UnitVector.FromDegrees(lon, lat);
            UnitVector east = centre.AnyPerpendicular();
            UnitVector north = centre.Cross(east);
            IReadOnlyList<IndexRange> ranges = Coverage.Of(new CircleShape(lon, lat, radius));
            for (int i = 0; i < 100; i++)
            {
                UnitVector p = centre.Towards(
                    east.Towards(north, sky.Between(0, 2 * Math.PI)), radius * (1 - 1e-9) * Math.PI / 180);
                long index = HealpixNested.IndexOf(HealpixNested.MaxOrder, p.LonDegrees, p.LatDegrees);
                Assert.Contains(ranges, r => r.First <= index && index <= r.Last);
            }
        }
    }

    [Theory]
    [InlineData("cone of a degree", 2)]
    [InlineData("hemisphere", 1.3)]
    [InlineData("sphere", 1)]
    [InlineData("cone near the south pole", 2)]
    [InlineData("cone of an arcsecond across longitude 0", 2.5)]
    public void Is_not_much_wider_than_a_circle(string kind, double mostTimesItsArea)
    {
        SkyShape shape = SomeShapes.All[kind];
        double halfRadius = shape.BoundingCircle.RadiusDegrees * Math.PI / 360;
        double cells = HealpixNested.CellCount(HealpixNested.MaxOrder) * Math.Pow(Math.Sin(halfRadius), 2);
        double covered = Coverage.Of(shape).Sum(r => (double)(r.Last - r.First + 1));
        Assert.InRange(covered / cells, 0.999999, mostTimesItsArea);
    }

    [Fact]
    public void The_whole_sphere_is_one_range() => Assert.Equal(
        [new IndexRange(0, HealpixNested.CellCount(HealpixNested.MaxOrder) - 1)],
        Coverage.Of(new CircleShape(1, 2, 180)));

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public void An_unreasonable_number_of_ranges_is_refused(int maxRanges) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.Of(new CircleShape(0, 0, 1), maxRanges));

    private static void RequireSortedAndApart(IReadOnlyList<IndexRange> ranges)
    {
        long free = 0;
        foreach (IndexRange range in ranges)
        {
            Assert.True(range.First >= free && range.Last >= range.First);
            free = range.Last + 2;
        }

        Assert.True(ranges[^1].Last < HealpixNested.CellCount(HealpixNested.MaxOrder));
    }
}
