using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes.Relations;

public class RelationTests
{
    public static TheoryData<double[], double[], bool, bool, bool> Cases
    {
        get
        {
            var data = new TheoryData<double[], double[], bool, bool, bool>();
            foreach (string[] row in CaseTable.Rows("shape-relations.tsv"))
            {
                data.Add(CaseTable.Numbers(row[0]), CaseTable.Numbers(row[1]), row[2] == "1", row[3] == "1", row[4] == "1");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Geometry_by_thought(double[] a, double[] b, bool aContainsB, bool bContainsA, bool intersect)
    {
        SkyShape first = SkyShape.FromNumbers(a), second = SkyShape.FromNumbers(b);
        Assert.Equal(aContainsB, first.Contains(second));
        Assert.Equal(bContainsA, second.Contains(first));
        Assert.Equal(intersect, first.Intersects(second));
        Assert.Equal(intersect, second.Intersects(first));
    }

    public static TheoryData<string> Kinds => BatchTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_shape_contains_itself_and_the_sphere_contains_it(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        var sphere = new CircleShape(33, -20, 180);
        Assert.True(shape.Contains(shape));
        Assert.True(shape.Contains(SkyShape.Decode(shape.Encode())));
        Assert.True(shape.Intersects(shape));
        Assert.True(sphere.Contains(shape));
        Assert.True(sphere.Intersects(shape));
        Assert.True(shape.Intersects(sphere));
        Assert.Equal(shape.AreaSquareDegrees > 41252, shape.Contains(sphere));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Agrees_with_points_drawn_at_random(string kind)
    {
        SkyShape shape = SomeShapes.All[kind];
        var sky = new RandomSky(71);
        double size = Math.Min(179, shape.BoundingCircle.RadiusDegrees + 1e-7);
        int[] answers = new int[3];
        for (int round = 0; round < 120; round++)
        {
            UnitVector centre = sky.Near(shape.BoundingCircle.Centre, Math.Min(180, 1.6 * size));
            SkyShape other = sky.Shape(centre, Math.Min(100, size * Math.Pow(10, sky.Between(-1.5, 0.3))));
            bool intersects = shape.Intersects(other), contains = shape.Contains(other), within = other.Contains(shape);
            Assert.Equal(intersects, other.Intersects(shape));
            Assert.True(intersects || !(contains || within));
            answers[contains ? 2 : intersects ? 1 : 0]++;
            for (int i = 0; i < 200; i++)
            {
                UnitVector p = sky.Near(centre, Math.Min(180, 1.05 * other.BoundingCircle.RadiusDegrees));
                (bool inShape, bool inOther) = (shape.Contains(p), other.Contains(p));
                Assert.True(intersects || !(inShape && inOther));
                Assert.True(!contains || !inOther || inShape);
                Assert.True(!within || !inShape || inOther);
            }
        }

        Assert.True(answers[0] + answers[2] > 0 && answers[1] + answers[2] > 0);
    }
}
