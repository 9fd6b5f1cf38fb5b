using Archive.Sky.Frames;
using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes;

public class TransformedTests
{
    public static TheoryData<string> Kinds => BatchTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Turned_shapes_contain_turned_positions(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        FrameTransform transform = FrameTransform.Between(SkyFrame.Icrs, SkyFrame.Galactic);
        if (shape.HasCells)
        {
            Assert.Throws<ArgumentException>(() => shape.Transformed(transform));
            return;
        }

        SkyShape turned = shape.Transformed(transform);
        SkyShape decoded = SkyShape.Decode(turned.Encode());
        Assert.Equal(shape.AreaSquareDegrees, turned.AreaSquareDegrees, 1e-9 + 1e-6 * shape.AreaSquareDegrees);
        var sky = new RandomSky(12);
        for (int i = 0; i < 2000; i++)
        {
            UnitVector p = sky.Near(shape.BoundingCircle.Centre, Math.Min(180, 1.5 * shape.BoundingCircle.RadiusDegrees));
            UnitVector q = transform.Apply(p);
            bool expected = shape.Contains(p);
            bool clear = shape.RelationTo(p, 1e-13) == (expected ? CapRelation.Inside : CapRelation.Disjoint);
            Assert.True(!clear || expected == turned.Contains(q));
            Assert.Equal(turned.Contains(q), decoded.Contains(q));
        }
    }

    [Fact]
    public void Into_the_same_frame_nothing_changes()
    {
        SkyShape shape = SomeShapes.All["box"];
        Assert.Same(shape, shape.Transformed(FrameTransform.Between(SkyFrame.Fk5, SkyFrame.Icrs)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1 2 3 4 5")]
    [InlineData("1 2 3 4 5 6 7")]
    [InlineData("1 2 -3")]
    [InlineData("NaN 2")]
    public void Impossible_numbers_are_refused(string numbers) =>
        Assert.Throws<ArgumentException>(() => SkyShape.FromNumbers(CaseTable.Numbers(numbers)));

    [Theory]
    [InlineData(10, 50, 3, 7)]
    [InlineData(0, 0, 179, 179)]
    [InlineData(200, 88, 20, 10)]
    [InlineData(10, 90, 1, 2)]
    public void A_box_is_the_polygon_of_its_corners(double lon, double lat, double width, double height)
    {
        var box = new BoxShape(lon, lat, width, height);
        PolygonShape polygon = box.ToPolygon();
        Assert.Equal(8, polygon.LonLatDegrees.Length);
        Assert.Equal(box.AreaSquareDegrees, polygon.AreaSquareDegrees, 1e-9 * box.AreaSquareDegrees);
        Assert.True(box.Contains(polygon));
        Assert.True(polygon.Contains(box));
    }

    [Theory]
    [InlineData(180, 1)]
    [InlineData(1, 180)]
    [InlineData(0, 1)]
    [InlineData(0, 0)]
    public void A_box_without_four_corners_is_no_polygon(double width, double height) =>
        Assert.Throws<ArgumentException>(() => new BoxShape(1, 2, width, height).ToPolygon());
}
