using System.Runtime.Intrinsics;
using Archive.Sky.Shapes;
using Archive.Sky.Shapes.Planes;

namespace Archive.Sky.Tests.Shapes;

public class PolygonShapeTests
{
    private const string Square = "10 10 12 10 12 12 10 12";
    private const string Arrow = "0 0 4 4 0 8 10 4";
    private const string OverNorthPole = "0 80 90 80 180 80 270 80";
    private const string AcrossZero = "359 -1 1 -1 1 1 359 1";
    private const string WideSouth = "0 10 60 10 120 10 180 10 240 10 300 10";
    private const string BeyondHemisphere = "0 0 60 40 120 0 180 40 240 0 300 39";
    private const string BowTie = "0 0 2 2 2 0 0 2";

    [Theory]
    [InlineData(Square, 11, 11, true)]
    [InlineData(Square, 11, 9.99, false)]
    [InlineData(Square, 191, -11, false)]
    [InlineData(Square, 11, 12.0001, true)] // The great circle between the upper corners bends north of latitude 12.
    [InlineData(Square, 11, 10.0001, false)]
    [InlineData(Arrow, 2, 4, false)]
    [InlineData(Arrow, 5, 4, true)]
    [InlineData(Arrow, 1, 0.7, true)]
    [InlineData(Arrow, 1, 1.2, false)]
    [InlineData(Arrow, 10, 4, true)]
    [InlineData(OverNorthPole, 0, 90, true)]
    [InlineData(OverNorthPole, 45, 84, true)]
    [InlineData(OverNorthPole, 45, 80, false)]
    [InlineData(OverNorthPole, 0, -90, false)]
    [InlineData(AcrossZero, 0, 0, true)]
    [InlineData(AcrossZero, 359.5, 0.5, true)]
    [InlineData(AcrossZero, 360.5, 0.5, true)]
    [InlineData(AcrossZero, 180, 0, false)]
    [InlineData(WideSouth, 0, 90, true)]
    [InlineData(WideSouth, 30, 11, false)]
    [InlineData(WideSouth, 0, -90, false)]
    [InlineData(BeyondHemisphere, 0, 90, true)]
    [InlineData(BeyondHemisphere, 0, -90, false)]
    [InlineData(BeyondHemisphere, 0, 10, true)]
    [InlineData(BeyondHemisphere, 60, 30, false)]
    [InlineData(BeyondHemisphere, 60, 45, true)]
    [InlineData(BowTie, 0.5, 1, true)]
    [InlineData(BowTie, 1, 0.4, false)]
    public void Contains_what_its_edges_enclose(string vertices, double lon, double lat, bool expected)
    {
        Assert.Equal(expected, Polygon(vertices).Contains(lon, lat));
        Assert.Equal(expected, new PolygonShape(Reversed(Numbers(vertices))).Contains(lon, lat));
    }

    [Theory]
    [InlineData(Square)]
    [InlineData(Arrow)]
    [InlineData(OverNorthPole)]
    [InlineData(AcrossZero)]
    [InlineData(WideSouth)]
    [InlineData(BeyondHemisphere)]
    [InlineData("10 10 10.0000003 10 10 10.0000003")]
    [InlineData("0 90 10 89.9999 200 89.9999")]
    public void Vertices_and_points_on_edges_are_inside(string vertices)
    {
        double[] numbers = Numbers(vertices);
        PolygonShape polygon = Polygon(vertices);
        int count = numbers.Length / 2;
        for (int i = 0; i < count; i++)
        {
            UnitVector a = UnitVector.FromDegrees(numbers[2 * i], numbers[2 * i + 1]);
            int j = (i + 1) % count;
            UnitVector b = UnitVector.FromDegrees(numbers[2 * j], numbers[2 * j + 1]);
            Assert.True(polygon.Contains(a));
            Assert.True(polygon.Contains(numbers[2 * i] + 360, numbers[2 * i + 1]));
            foreach (double share in new[] { 0.1, 0.5, 0.77 })
            {
                Assert.True(polygon.Contains(new UnitVector(
                    a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y), a.Z + share * (b.Z - a.Z)).Normalized()));
            }
        }
    }

    [Theory]
    [InlineData(Square)]
    [InlineData(Arrow)]
    [InlineData(OverNorthPole)]
    [InlineData(WideSouth)]
    [InlineData(BeyondHemisphere)]
    public void A_milliarcsecond_beside_an_edge_decides(string vertices)
    {
        PolygonShape polygon = Polygon(vertices);
        double[] numbers = Numbers(vertices);
        int count = numbers.Length / 2;
        const double Milliarcsecond = Math.PI / (180 * 3_600_000.0);
        for (int i = 0; i < count; i++)
        {
            int j = (i + 1) % count;
            UnitVector a = UnitVector.FromDegrees(numbers[2 * i], numbers[2 * i + 1]);
            UnitVector b = UnitVector.FromDegrees(numbers[2 * j], numbers[2 * j + 1]);
            UnitVector middle = new UnitVector(a.X + b.X, a.Y + b.Y, a.Z + b.Z).Normalized();
            UnitVector left = a.Cross(b).Normalized();
            bool leftInside = polygon.Contains(middle.Towards(left, 0.001));
            Assert.Equal(leftInside, polygon.Contains(middle.Towards(left, Milliarcsecond)));
            Assert.Equal(!leftInside, polygon.Contains(middle.Towards(left, -Milliarcsecond)));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Convex_polygons_are_where_all_edges_have_the_point_on_one_side(int seed)
    {
        var sky = new RandomSky(seed);
        for (int round = 0; round < 40; round++)
        {
            (double lon, double lat) = sky.Position();
            UnitVector centre = UnitVector.FromDegrees(lon, lat);
            double radius = Math.Pow(10, sky.Between(-4, 1.9));
            UnitVector[] ring = [.. Ring(sky, centre, radius)];
            var polygon = new PolygonShape([.. ring.SelectMany(v => new[] { v.LonDegrees, v.LatDegrees })]);
            for (int i = 0; i < 300; i++)
            {
                UnitVector p = sky.Near(centre, Math.Min(180, radius * 1.5));
                bool expected = Enumerable.Range(0, ring.Length)
                    .All(k => ring[k].Cross(ring[(k + 1) % ring.Length]).Dot(p) >= 0);
                Assert.Equal(expected, polygon.Contains(p));
            }
        }
    }

    [Fact]
    public void All_ways_of_counting_crossings_agree()
    {
        var sky = new RandomSky(21);
        for (int round = 0; round < 60; round++)
        {
            // A star: at growing angles around a centre, at whatever distances.
            (double lon, double lat) = sky.Position();
            UnitVector centre = UnitVector.FromDegrees(lon, lat);
            UnitVector east = centre.AnyPerpendicular();
            UnitVector north = centre.Cross(east);
            int count = 5 + sky.Below(30);
            UnitVector[] vertices =
            [
                .. Enumerable.Range(0, count).Select(i => centre.Towards(
                    east.Towards(north, 2 * Math.PI * i / count), sky.Between(0.05, 1.2))),
            ];
            var edges = new PolygonEdges(vertices);
            var plane = new TangentPlane(centre);
            PlaneLine[] lines = plane.LinesOf(edges.All);
            var planar = new PlanarInterior(plane, lines);
            var gridded = new GriddedInterior(plane, lines, Math.Tan(1.3));
            var spherical = new SphericalInterior(edges.All, centre.Antipode.Towards(east, 0.01), referenceInside: false);
            for (int i = 0; i < 300; i++)
            {
                var block = Sky.Vectors.VectorBlock.Repeat(sky.Near(centre, 74));
                Vector512<double> all = Vector512<double>.AllBitsSet;
                Assert.Equal(
                    planar.CrossedOddly(block, all, out _).ExtractMostSignificantBits(),
                    gridded.CrossedOddly(block, all, out _).ExtractMostSignificantBits());
                Assert.Equal(
                    planar.CrossedOddly(block, all, out _).ExtractMostSignificantBits(),
                    spherical.CrossedOddly(block, all, out _).ExtractMostSignificantBits());
            }
        }
    }

    [Theory]
    [InlineData("", "at least 3 distinct")]
    [InlineData("1 1 2 2", "at least 3 distinct")]
    [InlineData("1 1 2 2 1 1", "at least 3 distinct")]
    [InlineData("1 1 2 2 361 1 2 2", "at least 3 distinct")]
    [InlineData("1 90 2 90 3 90", "at least 3 distinct")]
    [InlineData("1 1 2 2 3", "one number is left over")]
    [InlineData("1 1 2 2 3 NaN", "Vertex 3 of a polygon must be finite")]
    [InlineData("1 1 2 95 3 3", "Vertex 2 of a polygon must have a latitude")]
    [InlineData("0 0 180 0 90 45", "opposite one another")]
    [InlineData("0 0 120 0 240 0", "halve the sphere")]
    public void Impossible_polygons_are_refused(string vertices, string text) =>
        Assert.Contains(
            text, Assert.Throws<ArgumentException>(() => Polygon(vertices)).Message, StringComparison.Ordinal);

    [Fact]
    public void Too_many_vertices_are_refused() =>
        Assert.Throws<ArgumentException>(() => new PolygonShape(new double[2 * PolygonShape.MaxVertices + 2]));

    [Theory]
    [InlineData("10 10 12 10 12 12 10 12 10 10")]
    [InlineData("10 10 10 10 12 10 12 12 12 12 10 12")]
    public void Repeated_vertices_change_nothing(string vertices)
    {
        var sky = new RandomSky(3);
        for (int i = 0; i < 500; i++)
        {
            UnitVector p = sky.Near(UnitVector.FromDegrees(11, 11), 3);
            Assert.Equal(Polygon(Square).Contains(p), Polygon(vertices).Contains(p));
        }
    }

    private static IEnumerable<UnitVector> Ring(RandomSky sky, UnitVector centre, double radiusDegrees)
    {
        UnitVector east = centre.AnyPerpendicular();
        UnitVector north = centre.Cross(east);
        int count = 3 + sky.Below(60);
        double start = sky.Between(0, 1);
        UnitVector[] ring =
        [
            .. Enumerable.Range(0, count).Select(i => centre.Towards(
                east.Towards(north, 2 * Math.PI * (i + start) / count), radiusDegrees * Math.PI / 180)),
        ];
        return centre.Dot(ring[0].Cross(ring[1])) > 0 ? ring : ring.Reverse();
    }

    private static PolygonShape Polygon(string vertices) => new(Numbers(vertices));

    private static double[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CaseTable.Number)];

    private static double[] Reversed(double[] lonLat) =>
        [.. lonLat.Chunk(2).Reverse().SelectMany(pair => pair)];
}
