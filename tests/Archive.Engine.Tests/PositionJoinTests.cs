using Archive.Sky.Shapes;

namespace Archive.Engine.Tests;

/// <summary>Joins on distance give the pairs that brute force gives, and never by comparing all rows of one table with all of the other.</summary>
public sealed class PositionJoinTests : IClassFixture<PositionJoinTests.Catalogues>
{
    private readonly Catalogues catalogues;

    public PositionJoinTests(Catalogues catalogues) => this.catalogues = catalogues;

    [Theory]
    [InlineData("a JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.5", 0.5)]
    [InlineData("a JOIN b ON 0.0025 >= DISTANCE(POINT(b.ra, b.dec), POINT(a.ra, a.dec))", 0.0025)]
    [InlineData("a JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) <= 20", 20)]
    [InlineData("a JOIN b ON 1 = CONTAINS(POINT(a.ra, a.dec), CIRCLE(b.ra, b.dec, 10 / 3600.))", 10 / 3600.0)]
    [InlineData("b JOIN a ON 1 = CONTAINS(POINT(a.ra, a.dec), CIRCLE(POINT(b.ra, b.dec), 0.01))", 0.01)]
    [InlineData("a, b WHERE CONTAINS(POINT('ICRS', a.ra, a.dec), CIRCLE('ICRS', b.ra, b.dec, 0.01)) = 1", 0.01)]
    [InlineData("(SELECT id, ra + 0 AS lon, dec AS lat FROM a) AS a JOIN b ON DISTANCE(a.lon, a.lat, b.ra, b.dec) < 0.1", 0.1)]
    [InlineData("(SELECT id, ra AS lon, dec FROM a) AS a, (SELECT id, ra, dec FROM b) AS b WHERE DISTANCE(a.lon, a.dec, b.ra, b.dec) < 0.1 AND a.id >= 0", 0.1)]
    public async Task An_inner_join_finds_each_pair_once(string from, double radius) =>
        await CheckAsync($"SELECT a.id, b.id FROM {from}", Pairs((one, other) => one.DistanceTo(other) <= radius));

    [Theory]
    [InlineData("a JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < a.radius", true)]
    [InlineData("a JOIN b ON 1 = CONTAINS(POINT(b.ra, b.dec), CIRCLE(a.ra, a.dec, a.radius))", true)]
    [InlineData("a JOIN b ON 1 = CONTAINS(POINT(a.ra, a.dec), CIRCLE(b.ra, b.dec, a.radius))", true)]
    [InlineData("a JOIN b ON 1 = CONTAINS(POINT(a.ra, a.dec), CIRCLE(b.ra, b.dec, b.radius))", false)]
    [InlineData("a, (SELECT id, ra, dec, 2 * radius AS twice FROM b) AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < b.twice / 2", false)]
    public async Task The_radius_may_be_another_in_each_row(string from, bool isOfFirst) =>
        await CheckAsync($"SELECT a.id, b.id FROM {from}", Pairs((one, other) => one.DistanceTo(other) <= (isOfFirst ? one : other).Radius));

    [Theory]
    [InlineData("a JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) <= a.radius + b.radius")]
    [InlineData("a JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) <= b.radius + a.radius WHERE a.radius >= 0 OR b.radius >= 0 OR a.id < b.id OR a.id >= b.id")]
    [InlineData("(SELECT id, ra, dec, radius FROM a) AS a JOIN (SELECT id, ra, dec, radius FROM b) AS b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) <= a.radius + b.radius")]
    public async Task The_radius_may_be_a_sum_over_both(string from) =>
        await CheckAsync($"SELECT a.id, b.id FROM {from}", Pairs((one, other) => one.DistanceTo(other) <= one.Radius + other.Radius));

    [Theory]
    [InlineData("1 = INTERSECTS(CIRCLE(a.ra, a.dec, a.radius), CIRCLE(b.ra, b.dec, b.radius))")]
    [InlineData("1 = INTERSECTS(CIRCLE(b.ra, b.dec, b.radius), CIRCLE(a.ra, a.dec, a.radius + 0))")]
    public async Task Circles_of_both_tables_may_meet(string condition) =>
        await CheckAsync($"SELECT a.id, b.id FROM a, b WHERE {condition}", Pairs((one, other) => one.Radius >= 0 && other.Radius >= 0 && one.DistanceTo(other) <= one.Radius + other.Radius));

    [Theory]
    [InlineData("1 = CONTAINS(POINT(a.ra, a.dec), BOX(b.ra, b.dec, 2 * b.radius, b.radius))")]
    [InlineData("1 = INTERSECTS(BOX(b.ra, b.dec, 2 * b.radius, b.radius), POINT(a.ra, a.dec))")]
    public async Task Boxes_of_one_table_may_hold_positions_of_the_other(string condition) =>
        await CheckAsync($"SELECT a.id, b.id FROM a, b WHERE {condition}",
            Pairs((one, other) => other is { Ra: { } lon, Dec: { } lat, Radius: >= 0 } && one is { Ra: { } ra, Dec: { } dec } && new BoxShape(lon, lat, 2 * other.Radius.Value, other.Radius.Value).Contains(ra, dec)));

    [Theory]
    [InlineData("a LEFT JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05", true, false)]
    [InlineData("b RIGHT JOIN a ON 1 = CONTAINS(POINT(a.ra, a.dec), CIRCLE(b.ra, b.dec, 0.05))", true, false)]
    [InlineData("a RIGHT JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05", false, true)]
    [InlineData("a FULL JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05", true, true)]
    [InlineData("(SELECT id, ra, dec FROM a) AS a FULL JOIN (SELECT id, ra, dec FROM b) AS b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05", true, true)]
    [InlineData("a LEFT JOIN (SELECT id, ra, dec FROM b) AS b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05", true, false)]
    public async Task An_outer_join_keeps_what_has_no_partner(string from, bool keepsFirst, bool keepsSecond)
    {
        var pairs = Pairs((one, other) => one.DistanceTo(other) < 0.05).ToList();
        var (first, second) = (pairs.Select(pair => pair.Split('|')[0]).ToHashSet(), pairs.Select(pair => pair.Split('|')[1]).ToHashSet());
        if (keepsFirst) pairs.AddRange(catalogues.A.Select(entry => $"{entry.Id}").Where(id => !first.Contains(id)).Select(id => $"{id}|"));
        if (keepsSecond) pairs.AddRange(catalogues.B.Select(entry => $"{entry.Id}").Where(id => !second.Contains(id)).Select(id => $"|{id}"));
        await CheckAsync($"SELECT a.id, b.id FROM {from}", pairs);
    }

    [Fact]
    public async Task An_outer_join_heeds_the_rest_of_its_condition() =>
        await CheckAsync(
            "SELECT a.id, count(b.id) FROM a LEFT JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05 AND b.id > 2 * a.id GROUP BY a.id",
            catalogues.A.Select(one => $"{one.Id}|{catalogues.B.Count(other => one.DistanceTo(other) < 0.05 && other.Id > 2 * one.Id)}"));

    [Theory]
    [InlineData("EXISTS (SELECT * FROM b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05)", true)]
    [InlineData("NOT EXISTS (SELECT b.id FROM b WHERE 1 = CONTAINS(POINT(b.ra, b.dec), CIRCLE(a.ra, a.dec, 0.05)))", false)]
    public async Task Existence_of_a_partner_is_a_join_too(string condition, bool exists) =>
        await CheckAsync($"SELECT a.id FROM a WHERE {condition}", catalogues.A.Where(one => catalogues.B.Any(other => one.DistanceTo(other) < 0.05) == exists).Select(one => $"{one.Id}"));

    [Fact]
    public async Task Existence_may_depend_on_more_than_the_distance() =>
        await CheckAsync(
            "SELECT a.id FROM a WHERE a.dec > 0 AND NOT EXISTS (SELECT * FROM b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05 AND b.id > 2 * a.id)",
            catalogues.A.Where(one => one.Dec > 0 && !catalogues.B.Any(other => one.DistanceTo(other) < 0.05 && other.Id > 2 * one.Id)).Select(one => $"{one.Id}"));

    [Fact]
    public async Task Three_tables_and_a_table_with_itself() =>
        await CheckAsync(
            "SELECT one.id, b.id, two.id FROM a AS one JOIN b ON DISTANCE(one.ra, one.dec, b.ra, b.dec) < 0.05 JOIN a AS two ON DISTANCE(two.ra, two.dec, b.ra, b.dec) < 2 WHERE one.id <> two.id",
            from one in catalogues.A
            from other in catalogues.B
            where one.DistanceTo(other) < 0.05
            from two in catalogues.A
            where two.DistanceTo(other) < 2 && one.Id != two.Id
            select $"{one.Id}|{other.Id}|{two.Id}");

    [Fact]
    public async Task An_inner_join_after_an_outer_one() =>
        await CheckAsync(
            "SELECT a.id, b.id, c.id FROM a LEFT JOIN b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.05 JOIN b AS c ON DISTANCE(c.ra, c.dec, a.ra, a.dec) < 0.002",
            from one in catalogues.A
            from second in catalogues.B.Where(other => one.DistanceTo(other) < 0.05).Select(other => $"{other.Id}").DefaultIfEmpty("")
            from third in catalogues.B
            where third.DistanceTo(one) < 0.002
            select $"{one.Id}|{second}|{third.Id}");

    [Fact]
    public async Task Queries_of_a_WITH_clause_are_joined_so_too() =>
        await CheckAsync(
            "WITH north AS (SELECT id, ra, dec FROM a WHERE dec > 0), other AS (SELECT id, ra, dec FROM b) "
            + "SELECT north.id, other.id FROM north LEFT JOIN other ON DISTANCE(north.ra, north.dec, other.ra, other.dec) < 0.05",
            from one in catalogues.A
            where one.Dec > 0
            from second in catalogues.B.Where(other => one.DistanceTo(other) < 0.05).Select(other => $"{other.Id}").DefaultIfEmpty("")
            select $"{one.Id}|{second}");

    private IEnumerable<string> Pairs(Func<Entry, Entry, bool> isPair) =>
        from one in catalogues.A from other in catalogues.B where isPair(one, other) select $"{one.Id}|{other.Id}";

    /// <summary>Both catalogues are in ObsCore, which is a view and has no row numbers of its own.</summary>
    [Theory]
    [InlineData("SELECT a.obs_id, b.obs_id FROM ivoa.obscore AS a JOIN ivoa.obscore AS b ON DISTANCE(a.s_ra, a.s_dec, b.s_ra, b.s_dec) < 0.05 WHERE a.obs_collection = 'a' AND b.obs_collection = 'b'")]
    [InlineData("SELECT a.id, b.obs_id FROM a, ivoa.obscore AS b WHERE 1 = CONTAINS(POINT(a.ra, a.dec), CIRCLE(b.s_ra, b.s_dec, 0.05)) AND b.obs_collection = 'b'")]
    public async Task ObsCore_joins_as_a_table_does(string adql) => await CheckAsync(adql, Pairs((one, other) => one.DistanceTo(other) <= 0.05));

    [Theory]
    [InlineData("SELECT a.obs_id, b.obs_id FROM (SELECT * FROM ivoa.obscore WHERE obs_collection = 'a') AS a LEFT JOIN ivoa.obscore AS b ON DISTANCE(a.s_ra, a.s_dec, b.s_ra, b.s_dec) < 0.05 AND b.obs_collection = 'b'")]
    [InlineData("SELECT a.obs_id, b.id FROM ivoa.obscore AS a LEFT JOIN b ON DISTANCE(a.s_ra, a.s_dec, b.ra, b.dec) < 0.05 WHERE a.obs_collection = 'a'")]
    public async Task ObsCore_is_on_either_side_of_an_outer_join(string adql)
    {
        var pairs = Pairs((one, other) => one.DistanceTo(other) < 0.05).ToList();
        var paired = pairs.Select(pair => pair.Split('|')[0]).ToHashSet();
        await CheckAsync(adql, [.. pairs, .. catalogues.A.Select(entry => $"{entry.Id}").Where(id => !paired.Contains(id)).Select(id => $"{id}|")]);
    }

    [Fact]
    public async Task Existence_of_a_partner_in_ObsCore() => await CheckAsync(
        "SELECT a.obs_id FROM ivoa.obscore AS a WHERE a.obs_collection = 'a' AND NOT EXISTS (SELECT * FROM ivoa.obscore AS b WHERE DISTANCE(a.s_ra, a.s_dec, b.s_ra, b.s_dec) < 0.05 AND b.obs_collection = 'b')",
        catalogues.A.Where(one => !catalogues.B.Any(other => one.DistanceTo(other) < 0.05)).Select(one => $"{one.Id}"));

    private async Task CheckAsync(string adql, IEnumerable<string> expected)
    {
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await catalogues.Engine.RowsOf(adql)).Order(StringComparer.Ordinal));
        var plan = catalogues.Engine.Plan(catalogues.Engine.Translate(adql));
        Assert.DoesNotContain("NL_JOIN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("NESTED_LOOP", plan, StringComparison.Ordinal);
        Assert.Contains("HASH_JOIN", plan, StringComparison.Ordinal);
    }

    public sealed class Catalogues : IDisposable
    {
        private readonly SmallArchive archive = new();

        public Catalogues()
        {
            (A, B) = TwoCatalogues.Make(20040824, 400);
            TwoCatalogues.WriteTo(archive, "a", A);
            TwoCatalogues.WriteTo(archive, "b", B);
            Engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
        }

        public ArchiveEngine Engine { get; }

        internal IReadOnlyList<Entry> A { get; }

        internal IReadOnlyList<Entry> B { get; }

        public void Dispose()
        {
            Engine.Dispose();
            archive.Dispose();
        }
    }
}
