using Archive.Sky.Healpix;
using Archive.Sky.Moc;
using Archive.Sky.Shapes;
using Archive.Sky.Shapes.Composites;

namespace Archive.Sky.Tests.Shapes.Relations;

public class CompositeRelationTests
{
    private static readonly CircleShape Large = new(10, 20, 5);
    private static readonly CircleShape Small = new(10, 20, 2);
    private static readonly CircleShape Beside = new(16, 20, 2);

    [Fact]
    public void A_ring_meets_what_reaches_beyond_its_hole()
    {
        var ring = new IntersectionShape([Large, new ComplementShape(Small)]);
        Assert.False(ring.Intersects(new CircleShape(10, 20, 1.9)));
        Assert.False(ring.Intersects(Small));
        Assert.True(ring.Intersects(new CircleShape(10, 20, 2.0000001)));
        Assert.False(ring.Contains(Large));
        Assert.True(Large.Contains(ring));
        Assert.True(ring.Contains(new CircleShape(10, 23.5, 1.4)));
        Assert.False(ring.Contains(new CircleShape(10, 23.5, 1.6)));
        Assert.Equal(Large.AreaSquareDegrees - Small.AreaSquareDegrees, ring.AreaSquareDegrees, 1e-9);
        Assert.InRange(ring.Centroid.DegreesTo(Large.Centre), 0, 1e-11);
    }

    [Fact]
    public void A_shape_and_its_complement_make_up_the_sphere()
    {
        var complement = new ComplementShape(Small);
        Assert.False(complement.Intersects(Small));
        Assert.True(new UnionShape([complement, Small]).Contains(new CircleShape(0, 0, 180)));
        Assert.False(new UnionShape([complement, new CircleShape(10, 20, 1.999)]).Contains(new CircleShape(0, 0, 180)));
        Assert.Equal(4 * Math.PI * Math.Pow(180 / Math.PI, 2), complement.AreaSquareDegrees + Small.AreaSquareDegrees, 1e-9);
    }

    [Fact]
    public void Two_halves_contain_what_lies_across_their_seam()
    {
        var halves = new UnionShape([new BoxShape(0, 0, 2, 2), new BoxShape(2, 0, 2, 2)]);
        Assert.True(halves.Contains(new CircleShape(1, 0, 0.9)));
        Assert.False(halves.Parts[0].Contains(new CircleShape(1, 0, 0.9)));
        Assert.Equal(2 * halves.Parts[0].AreaSquareDegrees, halves.AreaSquareDegrees, 1e-9);
    }

    [Fact]
    public void What_has_no_point_meets_nothing_and_lies_in_everything()
    {
        var nothing = new IntersectionShape([Small, Beside]);
        Assert.False(nothing.Intersects(Small));
        Assert.False(nothing.Intersects(nothing));
        Assert.True(new CircleShape(200, -50, 1).Contains(nothing));
        Assert.False(nothing.Contains(Small));
        Assert.Equal(0, nothing.AreaSquareDegrees);
        Assert.False(nothing.Centroid.IsFinite);
    }

    [Fact]
    public void Overlaps_count_once()
    {
        var union = new UnionShape([Large, Small, new BoxShape(10, 20, 1, 1), Large]);
        Assert.Equal(Large.AreaSquareDegrees, union.AreaSquareDegrees, 1e-9);
        var both = new UnionShape([Large, Beside]);
        var lens = new IntersectionShape([Large, Beside]);
        Assert.Equal(
            Large.AreaSquareDegrees + Beside.AreaSquareDegrees, both.AreaSquareDegrees + lens.AreaSquareDegrees, 1e-9);
    }

    [Fact]
    public void Cells_beside_one_another_share_no_point()
    {
        MocShape cell = MocShape.Parse("4/100"), next = MocShape.Parse("4/101");
        Assert.False(cell.Intersects(next));
        Assert.True(MocShape.Parse("3/25").Contains(cell));
        Assert.True(MocShape.Parse("4/100-103").Contains(MocShape.Parse("3/25")));
        Assert.False(MocShape.Parse("4/100-102").Contains(MocShape.Parse("3/25")));
        Assert.True(new UnionShape([cell, next]).Contains(MocShape.Parse("4/100,101")));
        Assert.False(new ComplementShape(cell).Intersects(cell));
    }

    // The centre of cell 4/100 is (60.46875, 26.610...); a cell of order 4 is 3.66 degrees wide.
    [Theory]
    [InlineData(0, true, true)]
    [InlineData(0.5, true, true)]
    [InlineData(1.5, true, true)]
    [InlineData(3, true, false)]
    [InlineData(10, true, false)]
    public void Circles_around_a_cell_s_centre(double radius, bool intersects, bool within)
    {
        MocShape cell = MocShape.Parse("4/100");
        (double lon, double lat) = HealpixNested.CentreOf(4, 100);
        var circle = new CircleShape(lon, lat, radius);
        Assert.Equal(intersects, cell.Intersects(circle));
        Assert.Equal(intersects, circle.Intersects(cell));
        Assert.Equal(within, cell.Contains(circle));
        Assert.Equal(radius > 4, circle.Contains(cell));
        var elsewhere = new CircleShape(lon + 10, lat, radius / 2);
        Assert.Equal(radius / 2 > 8, elsewhere.Intersects(cell));
    }

    [Fact]
    public void Too_deep_and_too_many_are_refused()
    {
        SkyShape shape = Small;
        for (int i = 0; i < CompositeShape.MaxDepth; i++)
        {
            shape = new ComplementShape(shape);
        }

        Assert.False(SkyShape.Decode(shape.Encode()).Contains(99, 9));
        Assert.Throws<ArgumentException>(() => new ComplementShape(shape));
        Assert.Throws<ArgumentException>(() => new UnionShape([]));
        Assert.Throws<ArgumentException>(() => new UnionShape(Enumerable.Repeat(Small, CompositeShape.MaxParts + 1)));
        byte[] deep = Small.Encode();
        for (int i = 0; i <= CompositeShape.MaxDepth; i++)
        {
            deep = [1, 6, .. BitConverter.GetBytes(deep.Length), .. deep];
        }

        Assert.Throws<FormatException>(() => SkyShape.Decode(deep));
    }

    [Fact]
    public void Borders_that_meet_too_often_are_refused_in_time()
    {
        // Two combs of long teeth, one across the other.
        PolygonShape comb = Comb(800, upright: true), across = Comb(800, upright: false);
        Assert.Throws<ArgumentException>(() => comb.Contains(new IntersectionShape([across, comb])));
    }

    private static PolygonShape Comb(int teeth, bool upright)
    {
        var lonLat = new List<double>();
        for (int i = 0; i < teeth; i++)
        {
            double along = 10.0 * i / teeth - 5, next = 10.0 * (i + 0.5) / teeth - 5;
            lonLat.AddRange(upright ? [along, -5, along, 5, next, 5, next, -5] : [-5, along, 5, along, 5, next, -5, next]);
        }

        lonLat.AddRange(upright ? [5, -6, -5, -6] : [-6, 5, -6, -5]);
        return new PolygonShape([.. lonLat]);
    }
}
