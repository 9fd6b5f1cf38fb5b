using Archive.Sky.Htm;

namespace Archive.Sky.Tests.Htm;

public class HtmIndexTests
{
    private const int KoaLevel = 7;

    // The last three are rows of KOA's published tutorial, whose positions its x, y, z columns and flat-field images tell.
    [Theory]
    [InlineData(262.0, 17.0, 210322112)]
    [InlineData(334.339, 44.97982, 203233131)]
    [InlineData(334.8, 44.97982, 203233131)]
    [InlineData(335.313, 44.97982, 203233131)]
    [InlineData(343.838, 0.010389003, 200021201)]
    [InlineData(344.0, 0.010389003, 200021201)]
    [InlineData(344.530, 0.010389003, 200021201)]
    public void Base4_is_KOA_s_spt_ind(double lon, double lat, long expected) =>
        Assert.Equal(expected, HtmIndex.Base4(KoaLevel, UnitVector.FromDegrees(lon, lat)));

    [Theory]
    [InlineData(7, 262, 17, 216726)]
    [InlineData(0, 45, 45, 15)]
    [InlineData(0, 135, 45, 14)]
    [InlineData(0, 225, 45, 13)]
    [InlineData(0, 315, 45, 12)]
    [InlineData(0, 45, -45, 8)]
    [InlineData(0, 135, -45, 9)]
    [InlineData(0, 225, -45, 10)]
    [InlineData(0, 315, -45, 11)]
    public void Identifier_of_the_triangle(int level, double lon, double lat, long expected) =>
        Assert.Equal(expected, HtmIndex.Of(level, UnitVector.FromDegrees(lon, lat)));

    [Fact]
    public void Triangles_lie_in_their_parents_and_halve_in_size()
    {
        var sky = new RandomSky(61);
        for (int i = 0; i < 2000; i++)
        {
            (double lon, double lat) = sky.Position();
            UnitVector p = UnitVector.FromDegrees(lon, lat);
            long deepest = HtmIndex.Of(HtmIndex.MaxLevel, p);
            for (int level = 0; level <= HtmIndex.MaxLevel; level++)
            {
                Assert.Equal(deepest >> (2 * (HtmIndex.MaxLevel - level)), HtmIndex.Of(level, p));
            }

            UnitVector beside = sky.Near(p, 1e-4);
            Assert.True(HtmIndex.Of(3, beside) == HtmIndex.Of(3, p) || BordersOn(p, 1e-3));
        }
    }

    [Theory]
    [InlineData(0, 90)]
    [InlineData(0, -90)]
    [InlineData(0, 0)]
    [InlineData(90, 0)]
    [InlineData(180, 0)]
    [InlineData(270, 0)]
    [InlineData(45, 0)]
    public void Corners_and_edges_have_a_triangle(double lon, double lat) =>
        Assert.InRange(HtmIndex.Of(HtmIndex.MaxLevel, UnitVector.FromDegrees(lon, lat)), 8L << 48, (16L << 48) - 1);

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HtmIndex.Of(25, new UnitVector(1, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HtmIndex.Base4(18, new UnitVector(1, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HtmIndex.Base4(-1, new UnitVector(1, 0, 0)));
        Assert.Throws<ArgumentException>(() => HtmIndex.Of(7, UnitVector.FromDegrees(double.NaN, 0)));
    }

    /// <summary>Whether a level-3 border runs within so many degrees, seen by looking around.</summary>
    private static bool BordersOn(UnitVector p, double degrees)
    {
        UnitVector east = p.AnyPerpendicular();
        UnitVector north = p.Cross(east);
        return Enumerable.Range(0, 32)
            .Select(i => p.Towards(east.Towards(north, i * Math.PI / 16), degrees * Math.PI / 180))
            .Any(q => HtmIndex.Of(3, q) != HtmIndex.Of(3, p));
    }
}
