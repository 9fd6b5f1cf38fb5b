using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes;

public class BoundsTests
{
    public static TheoryData<string> Kinds => BatchTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Bounds_hold_everything_inside(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        CircleShape circle = shape.BoundingCircle;
        LatitudeBand band = shape.LatitudeBand;
        var sky = new RandomSky(9);
        int inside = 0;
        for (int i = 0; i < 4000; i++)
        {
            UnitVector p = sky.Near(circle.Centre, Math.Min(180, circle.RadiusDegrees * 1.5));
            if (shape.Contains(p))
            {
                inside++;
                Assert.True(circle.Contains(p));
                Assert.InRange(p.LatDegrees, band.MinDegrees, band.MaxDegrees);
            }
        }

        Assert.True(inside > 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Relations_to_circles_are_never_wrong(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        double reach = Math.Min(180, 2 * shape.BoundingCircle.RadiusDegrees);
        var sky = new RandomSky(10);
        for (int i = 0; i < 1000; i++)
        {
            UnitVector centre = sky.Near(shape.BoundingCircle.Centre, reach);
            double radiusDegrees = Math.Min(180, shape.BoundingCircle.RadiusDegrees * Math.Pow(10, sky.Between(-3, 0.3)));
            CapRelation relation = shape.RelationTo(centre, radiusDegrees * Math.PI / 180);
            for (int k = 0; k < 20 && relation != CapRelation.Overlaps; k++)
            {
                Assert.Equal(relation == CapRelation.Inside, shape.Contains(sky.Near(centre, radiusDegrees)));
            }
        }
    }
}
