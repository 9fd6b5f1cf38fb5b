using Archive.Sky.Frames;
using Archive.Sky.Shapes;
using Archive.Sky.Shapes.Composites;
using Archive.Sky.Stcs;

namespace Archive.Sky.Tests.Stcs;

public class StcsReaderTests
{
    [Theory]
    [InlineData("Position ICRS 10 20", SkyFrame.Icrs, "10 20 0")]
    [InlineData("POSITION UNKNOWNFRAME 10.5 -20", SkyFrame.Icrs, "10.5 -20 0")]
    [InlineData("Circle ICRS GEOCENTER 10 20 1.5", SkyFrame.Icrs, "10 20 1.5")]
    [InlineData("circle 10 20 1e-3", SkyFrame.Icrs, "10 20 0.001")]
    [InlineData("Circle FK4 10 20 1", SkyFrame.Fk4, "10 20 1")]
    [InlineData("Circle J2000 BARYCENTER 10 20 1", SkyFrame.Fk5, "10 20 1")]
    [InlineData("Circle GALACTIC UNKNOWNREFPOS SPHERICAL2 10 20 1", SkyFrame.Galactic, "10 20 1")]
    [InlineData("Circle TOPOCENTER 10, 20, 1", SkyFrame.Icrs, "10 20 1")]
    [InlineData("\tCircle\n ICRS\r\n10 20 1  ", SkyFrame.Icrs, "10 20 1")]
    [InlineData("Box ECLIPTIC 10 20 2 4", SkyFrame.Ecliptic, "10 20 2 4")]
    [InlineData("Polygon ICRS 10 10 12 10 11 12", SkyFrame.Icrs, "10 10 12 10 11 12")]
    [InlineData("Polygon FK5 SPHERICAL2 10 10 12 10 11 12", SkyFrame.Fk5, "10 10 12 10 11 12")]
    [InlineData("AllSky ICRS", SkyFrame.Icrs, "0 0 180")]
    public void Simple_regions(string text, SkyFrame frame, string numbers)
    {
        StcsRegion region = StcsReader.Parse(text);
        Assert.Equal(frame, region.Frame);
        SkyShape expected = numbers.Split(' ').Length == 2 * 3 && numbers.StartsWith("10 10", StringComparison.Ordinal)
            ? new PolygonShape(CaseTable.Numbers(numbers))
            : SkyShape.FromNumbers(CaseTable.Numbers(numbers));
        Assert.Equal(expected.Encode(), region.Shape.Encode());
    }

    [Theory]
    [InlineData("Union ICRS (Circle 10 20 1 Circle 12 20 1)", "10 20;12 20", "11 22;14 20")]
    [InlineData("Union (Circle 10 20 1 Box 12 20 1 1)", "10 20;12.4 20", "14 20")]
    [InlineData("Intersection ICRS TOPOCENTER (Circle 10 20 1 Circle 11 20 1)", "10.5 20", "9.5 20;11.5 20")]
    [InlineData("Not ICRS (Circle 10 20 1)", "12 20;190 -20", "10 20")]
    [InlineData("Not Circle 10 20 1", "12 20", "10 20")]
    [InlineData("Difference (Circle 10 20 2 Circle 10 20 1)", "10 21.5", "10 20;10 23")]
    [InlineData("Intersection ICRS (Circle 10 20 2 Not (Union (Position 9 20 Circle 10 20 1)))", "10 21.5", "10 20;9 20")]
    [InlineData("Union(Union(Circle 1 1 1)Circle 5 5 1)", "1 1;5 5", "3 3")]
    [InlineData("Union ICRS (Circle GALACTIC 0 0 1 Circle 0 0 1)", "266.405 -28.936;0 0", "2 2")]
    public void Regions_made_of_others(string text, string inside, string outside)
    {
        SkyShape shape = StcsReader.Parse(text).InIcrs;
        Assert.All(inside.Split(';'), p => Assert.True(shape.Contains(SkyShape.FromNumbers(CaseTable.Numbers(p)))));
        Assert.All(outside.Split(';'), p => Assert.False(shape.Contains(SkyShape.FromNumbers(CaseTable.Numbers(p)))));
    }

    [Fact]
    public void A_region_in_another_frame_is_turned()
    {
        SkyShape centre = StcsReader.Parse("Circle GALACTIC 0 0 1").InIcrs;
        Assert.True(centre.Contains(266.404988, -28.936177));
        Assert.False(centre.Contains(0, 0));
    }

    [Theory]
    [InlineData("", 0, 0, "the end of the text")]
    [InlineData("Circel ICRS 1 2 3", 0, 6, "'Circel' stands where the name of a region")]
    [InlineData("Circle ICRS 1 2", 15, 0, "2 numbers")]
    [InlineData("Circle ICRS 1 2 3 4", 19, 0, "4 numbers")]
    [InlineData("Circle ICRS 1 2 3 unit deg", 18, 4, "'unit' stands after the end")]
    [InlineData("Circle MARS 1 2 3", 7, 4, "0 numbers")]
    [InlineData("Circle ICRS 1 2 -3", 0, 18, "radius of a circle")]
    [InlineData("Circle ICRS 1 95 3", 0, 18, "latitude")]
    [InlineData("Circle ICRS 1 2 NaN", 16, 3, "2 numbers")]
    [InlineData("Circle ICRS 1 2 3°", 16, 2, "'3°' stands where a number")]
    [InlineData("Circle ICRS CARTESIAN2 1 2 3", 12, 10, "'CARTESIAN2' coordinates")]
    [InlineData("Ellipse ICRS 1 2 3 4 5", 0, 7, "'Ellipse' is not among")]
    [InlineData("Convex ICRS 1 2 3 4", 0, 6, "'Convex' is not among")]
    [InlineData("PositionInterval ICRS 1 2 3 4", 0, 16, "is not among")]
    [InlineData("Polygon ICRS 1 2 3 4", 0, 20, "at least 3 distinct")]
    [InlineData("Polygon ICRS 1 2 3 4 5", 0, 22, "one number is left over")]
    [InlineData("Union Circle 1 2 3", 6, 6, "'Circle' stands where '('")]
    [InlineData("Union (Circle 1 2 3", 19, 0, "before the bracket is closed")]
    [InlineData("Union ()", 0, 8, "1 to 1000 others")]
    [InlineData("Difference ()", 0, 13, "1 to 1000 others")]
    [InlineData("Union (Circle 1 2 3) Circle 1 2 3", 21, 6, "after the end")]
    [InlineData("Not (Circle 1 2 3 Circle 4 5 6)", 18, 6, "stands where ')'")]
    [InlineData("Not", 3, 0, "the end of the text")]
    [InlineData(")", 0, 1, "')' stands where the name")]
    [InlineData("Circle ICRS 1 2 3)", 17, 1, "after the end")]
    public void What_is_no_region_is_refused_with_its_place(string text, int position, int length, string message)
    {
        ShapeTextException e = Assert.Throws<ShapeTextException>(() => StcsReader.Parse(text));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Equal((position, length), (e.Position, e.Length));
        Assert.NotEqual("", e.Hint);
    }

    [Fact]
    public void Too_deep_and_too_long_are_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("Not (", 10_000)) + "Circle 1 2 3";
        Assert.Contains("16 levels", Assert.Throws<ShapeTextException>(() => StcsReader.Parse(deep)).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeTextException>(() => StcsReader.Parse(new string(' ', StcsReader.MaxLength + 1)));
        string wide = "Union (" + string.Concat(Enumerable.Repeat("Circle 1 2 3 ", CompositeShape.MaxParts + 1)) + ")";
        Assert.Contains("1000 others", Assert.Throws<ShapeTextException>(() => StcsReader.Parse(wide)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_words_give_a_region_or_a_ShapeTextException()
    {
        string[] words =
            ["Circle", "Box", "Polygon", "Position", "Union", "Not", "Difference", "(", ")", "ICRS", "GALACTIC", "SPHERICAL2", "GEOCENTER",
             "1", "2", "-3", "95", "1e400", "x", ",", "Ellipse", "AllSky", "\0", "é"];
        var random = new Random(6);
        for (int i = 0; i < 50_000; i++)
        {
            string text = string.Join(' ', random.GetItems(words, random.Next(12)));
            try
            {
                Assert.NotNull(StcsReader.Parse(text).InIcrs);
            }
            catch (ShapeTextException e)
            {
                Assert.InRange(e.Position, 0, text.Length);
                Assert.InRange(e.Position + e.Length, 0, text.Length);
            }
        }
    }
}
