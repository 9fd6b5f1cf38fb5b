using System.Globalization;

namespace Archive.Engine.Tests;

/// <summary>Geometry (ADQL 2.1, section 4.2), run by DuckDB with the real functions.</summary>
public sealed class GeometryTests(Footprints footprints) : IClassFixture<Footprints>
{
    public static TheoryData<string, string> Values() => Cases("geometry-values.tsv");

    public static TheoryData<string, string> Conditions() => Cases("geometry-conditions.tsv");

    /// <summary>Numbers agree to 1e-9 of themselves, or to as many digits as are given.</summary>
    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_of_a_geometry_is_what_the_standard_says(string expression, string expected)
    {
        var found = Assert.Single(await footprints.Engine.RowsOf($"SELECT {expression} FROM footprints WHERE id = 1"));
        Assert.True(Agree(expected, found), $"expected {expected}, but got {found}");
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_condition_selects_the_footprints(string condition, string expected) =>
        Assert.Equal(expected, string.Join(' ', await footprints.Engine.RowsOf($"SELECT id FROM footprints WHERE {condition} ORDER BY id")));

    /// <summary>A point of the star nearest to a footprint and the like: what subqueries, WITH and joins hand on is a geometry still.</summary>
    [Theory]
    [InlineData("SELECT x.p FROM (SELECT POINT(ra, dec) AS p, id FROM footprints) AS x WHERE 1 = CONTAINS(x.p, CIRCLE(11, 20, 1)) ORDER BY x.id", "10 20")]
    [InlineData("WITH w AS (SELECT id, CIRCLE(s_point, 1) AS c FROM footprints WHERE id < 4) SELECT id FROM w WHERE 1 = CONTAINS(POINT(0, 0), c)", "2")]
    [InlineData("SELECT f.id, s.id FROM footprints AS f JOIN stars AS s ON 1 = CONTAINS(POINT(s.ra, s.dec), f.s_region) ORDER BY f.id, s.id", "2|8 2|9 2|10")]
    [InlineData("SELECT a.id, b.id FROM footprints AS a, footprints AS b WHERE 1 = INTERSECTS(a.s_region, b.s_circle) ORDER BY a.id, b.id", "1|1 2|2 3|3 4|4")]
    [InlineData("SELECT COUNT(s_region), COUNT(DISTINCT s_point), COUNT(*) FROM footprints", "5|5|6")]
    [InlineData("SELECT id FROM footprints WHERE s_region IS NULL OR POINT(ra, dec) IS NULL OR CIRCLE(s_point, 1) IS NULL", "5")]
    [InlineData("SELECT s_point FROM footprints WHERE id = 2 UNION SELECT POINT(1, 2) FROM footprints WHERE id = 5 UNION SELECT POINT(361, 2) FROM footprints WHERE id = 1 AND 1 = 0", "359.5 0 1 2")]
    [InlineData("SELECT COALESCE(s_point, POINT(1, 2)) FROM footprints WHERE id = 5", "1 2")]
    [InlineData("SELECT DISTINCT POINT(10, 20) FROM footprints", "10 20")]
    public async Task Geometries_travel_through_queries(string query, string expected) => Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal),
        string.Join(' ', await footprints.Engine.RowsOf(query)).Split(' ').Order(StringComparer.Ordinal));

    /// <summary>Two zigzags across one another: 360,000 crossings. The query goes on, without an answer for them.</summary>
    [Fact]
    public async Task Borders_that_meet_too_often_to_be_looked_at_give_null()
    {
        var steps = Enumerable.Range(0, 600).Select(i => (Across: (i % 2 * 12) - 1, Along: (i / 60.0).ToString(CultureInfo.InvariantCulture))).ToArray();
        var first = string.Join(", ", steps.Select(step => $"{step.Across}, {step.Along}"));
        var second = string.Join(", ", steps.Select(step => $"{step.Along}, {step.Across}"));
        Assert.Equal("|0", Assert.Single(await footprints.Engine.RowsOf($"SELECT INTERSECTS(POLYGON({first}), POLYGON({second})), CONTAINS(POINT(50, 50), POLYGON({first})) FROM footprints WHERE id = 1")));
    }

    [Fact]
    public async Task Result_columns_are_described_as_DALI_has_them()
    {
        using var query = await footprints.Engine.StartAsync("SELECT POINT(ra, dec), CIRCLE(ra, dec, 1), BOX(ra, dec, 1, 1), s_region AS r, CENTROID(s_region) FROM footprints");
        Assert.Equal(["point_1 double 2 point deg pos.eq", "circle_1 double 3 circle deg pos.outline", "box_1 double * polygon deg pos.outline", "r double * polygon deg pos.outline;obs.field", "centroid_1 double 2 point deg pos.eq"],
            query.Columns.Select(column => $"{column.Name} {column.Type.Datatype.ToString().ToLowerInvariant()} {column.Type.Arraysize} {column.Type.Xtype} {column.Unit} {column.Ucd}"));
    }

    private static TheoryData<string, string> Cases(string file)
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", file)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var fields = line.Split('\t');
            cases.Add(fields[0], fields[1]);
        }

        return cases;
    }

    private static bool Agree(string expected, string found)
    {
        string[] wanted = expected.Split(' ', '|'), given = found.Split(' ', '|');
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First == pair.Second
            || (double.TryParse(pair.First, CultureInfo.InvariantCulture, out var one) && double.TryParse(pair.Second, CultureInfo.InvariantCulture, out var other) && Math.Abs(one - other) <= Tolerance(pair.First, one)));
    }

    private static double Tolerance(string digits, double number)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return Math.Max(1e-9 * Math.Max(1e-3, Math.Abs(number)), point < 0 ? 0 : 0.51 * Math.Pow(10, point + 1 - digits.Length));
    }
}
