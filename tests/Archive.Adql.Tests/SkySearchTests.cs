using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;
using Archive.Sky.Healpix;
using Archive.Sky.Shapes;

namespace Archive.Adql.Tests;

/// <summary>The coarse half of a search by position: it may be too wide, never too narrow, and is left out where it doesn't help.</summary>
public sealed partial class SkySearchTests
{
    [Theory]
    [InlineData("circle(262.0, 17.0, 1.0)")]
    [InlineData("circle(0.001, -89.999, 0.01)")]
    [InlineData("circle(359.9999, 0, 0.0001)")]
    [InlineData("box(262.0, 17.0, 2.0, 20)")]
    [InlineData("polygon(209.80225, 53.34894, 209.80225, 55.34894, 211.80225, 54.34894)")]
    public void Every_position_in_the_shape_is_in_a_cell_of_the_query(string shape)
    {
        var sql = Compile($"select ra from koa_hires where contains(point(ra, dec), {shape}) = 1").Sql;
        var ranges = Range().Matches(sql).Select(match => (First: Number(match.Groups[1]), Last: Number(match.Groups[2]))).ToArray();
        // The first of several is the one around them all.
        if (ranges.Length > 1) ranges = ranges[1..];
        var inShape = SkyShape.Decode(Convert.FromHexString(Blob().Match(sql).Groups[1].Value.Replace("\\x", "", StringComparison.Ordinal)));
        var circle = inShape.BoundingCircle;
        var random = new Random(20040824);
        var found = 0;
        for (var i = 0; i < 200_000 && found < 2000; i++)
        {
            var lat = Math.Clamp(circle.LatDegrees + ((random.NextDouble() * 2) - 1) * circle.RadiusDegrees, -90, 90);
            var stretch = Math.Min(180, circle.RadiusDegrees / Math.Max(1e-9, Math.Cos(lat * Math.PI / 180)));
            var lon = circle.LonDegrees + (((random.NextDouble() * 2) - 1) * stretch);
            if (!inShape.Contains(lon, lat)) continue;
            found++;
            var cell = HealpixNested.IndexOf(HealpixNested.MaxOrder, lon, lat);
            Assert.Contains(ranges, range => range.First <= cell && cell <= range.Last);
        }

        Assert.True(found > 100, $"only {found} positions fell into the shape");
    }

    [Theory]
    [InlineData("contains(point(ra, dec), circle(10, 20, 1)) = 1", true)]
    [InlineData("contains(point(ra, dec), circle(10, 20, 90)) = 1", false)]
    [InlineData("contains(point(ra, dec), box(262.0, 17.0, 2.0, 120)) = 1", true)]
    [InlineData("distance(ra, dec, 10, 20) < 1", true)]
    [InlineData("distance(ra, dec, 10, 20) < -1", false)]
    [InlineData("distance(ra, dec, 10, 20) < 89", false)]
    [InlineData("distance(ra, dec, 10, 20) > 1", false)]
    [InlineData("distance(ra, dec, 10, 20) = 1", false)]
    [InlineData("distance(ra, dec, 10, 20) < sig2nois", false)]
    [InlineData("distance(ra, dec, 99999999999999999999, 20) < 1", false)]
    [InlineData("distance(dec, ra, 10, 20) < 1", false)]
    public void Cells_are_listed_where_they_help(string condition, bool expected) =>
        Assert.Equal(expected, Compile($"select ra from koa_hires where {condition}").Sql.Contains("__cell", StringComparison.Ordinal));

    [Fact]
    public void No_more_ranges_are_listed_than_the_option_allows()
    {
        var options = new AdqlOptions { MaximumCoverageRanges = 3 };
        var sql = AdqlCompiler.Compile("select ra from koa_hires where contains(point(ra, dec), circle(10, 20, 1)) = 1", ObservationTables.All, options).Sql;
        Assert.InRange(Range().Count(sql), 1, 1 + 3);
    }

    [Theory]
    [InlineData("circle(10, 20, 1)", false)]
    [InlineData("box(262.0, 17.0, 2.0, 120)", true)]
    public void A_shape_of_many_ranges_is_a_functions_work(string shape, bool expected)
    {
        var sql = Compile($"select ra from koa_hires where contains(point(ra, dec), {shape}) = 1").Sql;
        Assert.Equal(expected, sql.Contains("sky_covers_cell(t1.__cell, ", StringComparison.Ordinal));
        Assert.True(!expected || Range().Count(sql) == 1, sql);
    }

    /// <summary>The copy in the order of the sky holds a wide table's principal columns only.</summary>
    [Theory]
    [InlineData("select id, ra from wide", "sky")]
    [InlineData("select id, rare from wide", "main")]
    [InlineData("select * from wide", "main")]
    [InlineData("select a.id from wide as a join wide as b on a.id = b.rare", "sky")]
    public void A_search_that_names_a_column_the_sky_order_lacks_reads_the_partition_order(string select, string schema)
    {
        Column[] columns =
        [
            new() { Name = "id", Type = ColumnType.Int, IsPrincipal = true }, new() { Name = "ra", Type = ColumnType.Double }, new() { Name = "dec", Type = ColumnType.Double },
            new() { Name = "rare", Type = ColumnType.Int }, .. Enumerable.Range(0, 100).Select(i => new Column { Name = $"c{i}", Type = ColumnType.Int }),
        ];
        var tables = new TableSet([new Schema("s")], [new Table("s", "wide", columns) { Position = new PositionColumns("ra", "dec") }]);
        var place = select.Contains("a.", StringComparison.Ordinal) ? "a.ra, a.dec" : "ra, dec";
        var sql = AdqlCompiler.Compile($"{select} where contains(point({place}), circle(10, 20, 1)) = 1", tables, AdqlOptions.Default).Sql;
        Assert.Contains($"FROM {schema}.\"wide\"", sql, StringComparison.Ordinal);
        Assert.Equal(schema == "main", sql.Contains("sky_contains(", StringComparison.Ordinal));
        // Its rows are found first, so that the other columns are read for these alone.
        Assert.Equal(schema == "main", sql.Contains("WHERE t1.rowid IN (SELECT t1.rowid FROM main.\"wide\" AS t1 WHERE ", StringComparison.Ordinal));
    }

    private static TranslatedQuery Compile(string query) => AdqlCompiler.Compile(query, ObservationTables.All, AdqlOptions.Default);

    private static long Number(Group digits) => long.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"__cell BETWEEN (\d+) AND (\d+)")]
    private static partial Regex Range();

    [GeneratedRegex(@"'((?:\\x[0-9A-F]{2})+)'::BLOB")]
    private static partial Regex Blob();
}
