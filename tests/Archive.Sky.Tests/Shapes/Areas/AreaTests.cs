using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes.Areas;

public class AreaTests
{
    private const double SphereSquareDegrees = 4 * Math.PI * (180 / Math.PI) * (180 / Math.PI);

    // Half, an eighth, a sixth of the sphere; flat where the shape is so small that it is flat to all digits.
    [Theory]
    [InlineData("10 20", 0)]
    [InlineData("10 20 180", SphereSquareDegrees)]
    [InlineData("10 20 90", SphereSquareDegrees / 2)]
    [InlineData("10 20 60", SphereSquareDegrees / 4)]
    [InlineData("10 20 0.0000001", Math.PI * 1e-14)]
    [InlineData("10 20 360 180", SphereSquareDegrees)]
    [InlineData("10 20 180 180", SphereSquareDegrees / 2)]
    [InlineData("10 20 90 180", SphereSquareDegrees / 4)]
    [InlineData("10 20 180 90", SphereSquareDegrees / 4)]
    [InlineData("10 20 360 90", SphereSquareDegrees / 2)]
    [InlineData("10 20 90 90", SphereSquareDegrees / 6)]
    [InlineData("10 20 270 90", SphereSquareDegrees / 3)]
    [InlineData("10 20 0 5", 0)]
    [InlineData("10 20 0.0000002 0.0000003", 6e-14)]
    [InlineData("0 0 90 0 0 90", SphereSquareDegrees / 8)]
    [InlineData("0 0 0 90 90 0", SphereSquareDegrees / 8)]
    [InlineData("0 0 90 0 180 0 180 45 180 90", SphereSquareDegrees / 4)]
    [InlineData("0 0 0.0000001 0 0 0.0000001", 5e-15)]
    [InlineData("10 89.9999 130 89.9999 250 89.9999", 1.299038105676658e-8)]
    [InlineData("0 0 0.001 0.001 0.001 0 0 0.001", 5e-7)]
    [InlineData("0 0 1 0 2 0", 0)]
    public void Is_what_geometry_says(string numbers, double expected)
    {
        double actual = SkyShape.FromNumbers(CaseTable.Numbers(numbers)).AreaSquareDegrees;
        Assert.Equal(expected, actual, Math.Max(1e-9 * expected, 1e-25));
    }

    [Theory]
    [MemberData(nameof(BatchTests.Kinds), MemberType = typeof(BatchTests))]
    public void Agrees_with_points_drawn_at_random(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        CircleShape around = shape.BoundingCircle;
        var sky = new RandomSky(81);
        const int Drawn = 40_000;
        int inside = 0;
        double x = 0, y = 0, z = 0;
        for (int i = 0; i < Drawn; i++)
        {
            UnitVector p = sky.Evenly(around.Centre, around.RadiusDegrees);
            if (shape.Contains(p))
            {
                inside++;
                (x, y, z) = (x + p.X, y + p.Y, z + p.Z);
            }
        }

        double most = around.AreaSquareDegrees;
        Assert.Equal(most * inside / Drawn, shape.AreaSquareDegrees, 0.02 * most);
        var mean = new UnitVector(x / inside, y / inside, z / inside);
        if (Math.Sqrt(mean.Dot(mean)) > 0.1)
        {
            Assert.InRange(mean.Normalized().DegreesTo(shape.Centroid), 0, 1e-9 + 3 * around.RadiusDegrees / Math.Sqrt(inside));
        }
    }

    // A triangle's centre where it is small, an octant's by symmetry, an L's as that of its two halves.
    [Theory]
    [InlineData("10 0 10.00003 0 10 0.00006", 10.00001, 0.00002)]
    [InlineData("0 0 90 0 0 90", 45, 35.264389682754654)]
    [InlineData("0 0 0.0002 0 0.0002 0.0001 0.0001 0.0001 0.0001 0.0002 0 0.0002", 0.00025 / 3, 0.00025 / 3)]
    [InlineData("77 13 5", 77, 13)]
    [InlineData("77 13 5 9", 77, 13)]
    [InlineData("77 13", 77, 13)]
    public void Centroid_is_what_geometry_says(string numbers, double lon, double lat)
    {
        UnitVector centroid = SkyShape.FromNumbers(CaseTable.Numbers(numbers)).Centroid;
        Assert.InRange(UnitVector.FromDegrees(lon, lat).DegreesTo(centroid), 0, 1e-11);
    }

    [Fact]
    public void What_has_no_area_has_no_centroid() =>
        Assert.False(new PolygonShape([0, 0, 1, 0, 2, 0]).Centroid.IsFinite);
}
