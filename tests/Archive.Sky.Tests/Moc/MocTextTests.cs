using Archive.Sky.Healpix;
using Archive.Sky.Moc;

namespace Archive.Sky.Tests.Moc;

public class MocTextTests
{
    // The second example of the ASCII form and that of the JSON form are those of MOC 2.0, section 4.3.
    [Theory]
    [InlineData("3/3-10 5/1,2,9-12 29/", "2/1 3/3,8-10 5/1-2,9-12 29/")]
    [InlineData("1/1-2,4 2/12-14,21,23,25 8/", "1/1-2,4 2/12-14,21,23,25 8/")]
    [InlineData("{\"1\":[1,2,4],\"2\":[12,13,14,21,23,25],\"8\":[]}", "1/1-2,4 2/12-14,21,23,25 8/")]
    [InlineData("s1/1-2 4", "1/1-2,4")]
    [InlineData("  0/0-11 ", "0/0-11")]
    [InlineData("3/4 5 6 7", "2/1 3/")]
    [InlineData("3/4,5\n3/6,7", "2/1 3/")]
    [InlineData("3/5,4-5", "3/4-5")]
    [InlineData("29/3458764513820540927", "29/3458764513820540927")]
    [InlineData("5/", "5/")]
    [InlineData("", "0/")]
    [InlineData("{}", "0/")]
    public void Is_read_and_written(string text, string expected)
    {
        var moc = MocShape.Parse(text);
        Assert.Equal(expected, moc.ToString());
        Assert.Equal(moc.Ranges, MocShape.Parse(expected).Ranges);
        Assert.Equal(moc.Order, MocShape.Parse(expected).Order);
    }

    [Theory]
    [InlineData("3", 0, "before any order")]
    [InlineData("3,4", 0, "before any order")]
    [InlineData("30/1", 0, "0 to 29")]
    [InlineData("3/768", 2, "no range of cells of order 3")]
    [InlineData("3/5-4", 2, "no range of cells of order 3")]
    [InlineData("3/5-", 4, "ends where a number")]
    [InlineData("3/x", 2, "'x' stands where a number")]
    [InlineData("3/-1", 2, "'-' stands where a number")]
    [InlineData("t61/1-2", 0, "'t' stands where a number")]
    [InlineData("3/99999999999999999999", 2, "larger than the number of any cell")]
    [InlineData("{\"3\":[768]}", 6, "no range of cells of order 3")]
    [InlineData("{\"30\":[1]}", 1, "must be an order")]
    [InlineData("{\"3\":1}", 5, "not a list of cells")]
    [InlineData("{\"3\":[1.5]}", 6, "not a list of cells")]
    [InlineData("{\"3\":[[1]]}", 6, "not a list of cells")]
    [InlineData("{\"3\":[1}", 7, "no JSON")]
    public void What_is_no_MOC_is_refused_with_its_place(string text, int position, string message)
    {
        ShapeTextException e = Assert.Throws<ShapeTextException>(() => MocShape.Parse(text));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Equal(position, e.Position);
        Assert.NotEqual("", e.Hint);
    }

    [Fact]
    public void Too_many_ranges_and_too_long_a_text_are_refused()
    {
        string many = "29/" + string.Join(',', Enumerable.Range(0, MocShape.MaxRanges + 1).Select(i => 2 * i));
        Assert.Throws<ShapeTextException>(() => MocShape.Parse(many));
        Assert.Throws<ShapeTextException>(() => MocShape.Parse(new string(' ', MocText.MaxLength + 1)));
    }

    [Fact]
    public void Contains_a_position_where_its_cell_is_listed()
    {
        var sky = new RandomSky(91);
        for (int round = 0; round < 20; round++)
        {
            int order = sky.Below(9);
            HashSet<long> cells = [.. Enumerable.Range(0, 50).Select(_ => sky.Below(HealpixNested.CellCount(order)))];
            var moc = MocShape.Parse($"{order}/{string.Join(',', cells)}");
            double ofSphere = cells.Count / (double)HealpixNested.CellCount(order);
            Assert.Equal(ofSphere * 4 * Math.PI * Math.Pow(180 / Math.PI, 2), moc.AreaSquareDegrees, 1e-9);
            for (int i = 0; i < 2000; i++)
            {
                (double lon, double lat) = sky.Position();
                Assert.Equal(cells.Contains(HealpixNested.IndexOf(order, lon, lat)), moc.Contains(lon, lat));
            }
        }
    }

    [Fact]
    public void Impossible_ranges_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new MocShape([new IndexRange(5, 4)]));
        Assert.Throws<ArgumentException>(() => new MocShape([new IndexRange(-1, 4)]));
        Assert.Throws<ArgumentException>(() => new MocShape([new IndexRange(0, HealpixNested.CellCount(29))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MocShape([], 30));
    }
}
