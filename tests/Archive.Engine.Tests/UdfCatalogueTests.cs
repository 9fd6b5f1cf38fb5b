using System.Globalization;
using Archive.Adql.Diagnostics;

namespace Archive.Engine.Tests;

/// <summary>The examples of the IVOA UDF catalogue, and what it says nothing of, run by DuckDB with our functions.</summary>
public sealed class UdfCatalogueTests(QueryTests.Stars stars) : IClassFixture<QueryTests.Stars>
{
    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        foreach (var row in Rows()) examples.Add(row[0], row[1], row[2]);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Each_example_gives_what_the_catalogue_says(string expression, string expected, string kind)
    {
        if (kind == "elsewhere") return;
        if (kind is "error" or "waits" or "omitted")
        {
            await Assert.ThrowsAsync<AdqlException>(() => Evaluate(expression));
            return;
        }

        var found = await Evaluate(expression);
        if (kind == "value") Assert.Equal(expected, found);
        else Assert.True(AreNear(expected.Split(' '), found.Split(' ')), $"expected {expected}, but got {found}");
    }

    /// <summary>None of the catalogue's examples may be missing.</summary>
    [SkippableFact]
    public void All_examples_of_the_catalogue_are_here()
    {
        var published = File.ReadLines(SharedData.Require("corpora/tap/udf_catalogue_examples.tsv")).Skip(1).Select(line => line.Split('\t')[0]).ToArray();
        Assert.Equal(55, published.Length);
        Assert.Equal(published, Rows().Select(row => row[0]).Take(published.Length));
    }

    [Theory]
    [InlineData("ivo_hasword('Bright STARS of NGC-7000', 'star ngc 7000')", "1")]
    [InlineData("ivo_hasword('starship', 'star')", "0")]
    [InlineData("ivo_hasword('galaxies observed', 'galaxy observing')", "1")]
    [InlineData("ivo_hasword('anything', '...')", "1")]
    [InlineData("ivo_hasword('Müller', 'MÜLLER')", "1")]
    [InlineData("ivo_hasword(NULL, 'x')", "")]
    [InlineData("ivo_hasword('x', NULL)", "")]
    [InlineData("ivo_nocasematch(NULL, 'x')", "")]
    [InlineData("ivo_hashlist_has('red#green', '')", "0")]
    [InlineData("ivo_hashlist_has(NULL, 'red')", "")]
    [InlineData("ivo_hashlist_has('red', NULL)", "")]
    [InlineData("ivo_interval_overlaps(NULL, 1, 0, 2)", "")]
    [InlineData("ivo_interval_overlaps(3, 2, 1, 5)", "0")]
    [InlineData("ivo_interval_has(2, 2, 3) + ivo_interval_has(3, 2, 3)", "2")]
    [InlineData("ivo_interval_has(3.1, 2, 3)", "0")]
    [InlineData("ivo_to_jd(CAST('2000-01-02T12:00:00' AS TIMESTAMP))", "2451546")]
    [InlineData("ivo_to_mjd(date_obs)", "53241")]
    [InlineData("ivo_hms_to_degrees('033445.4') - ivo_hms_to_degrees('3:34:45.4')", "0")]
    [InlineData("ivo_hms_to_degrees('24:00:01')", "")]
    [InlineData("ivo_hms_to_degrees('3h4s')", "")]
    [InlineData("ivo_hms_to_degrees('-1:00:00')", "")]
    [InlineData("ivo_dms_to_degrees('-001500')", "-0.25")]
    [InlineData("ivo_dms_to_degrees('+420906.768') - ivo_dms_to_degrees('42:9:6.768')", "0")]
    [InlineData("ivo_dms_to_degrees('42d9m')", "")]
    [InlineData("ivo_dms_to_degrees('42d9m60s')", "")]
    [InlineData("ivo_dms_to_degrees('')", "")]
    [InlineData("ivo_dms_to_degrees('s')", "")]
    [InlineData("ivo_dms_to_degrees('°')", "")]
    [InlineData("add_months(CAST('2009-01-31T12:00:00' AS TIMESTAMP), 1)", "2009-02-28T12:00:00")]
    [InlineData("add_months(CAST('2009-02-28' AS TIMESTAMP), 1)", "2009-03-31T00:00:00")]
    [InlineData("add_months(CAST('2009-02-27' AS TIMESTAMP), -14)", "2007-12-27T00:00:00")]
    [InlineData("add_months(CAST('2008-02-29T01:02:03' AS TIMESTAMP), 12)", "2009-02-28T01:02:03")]
    [InlineData("add_months(CAST('9999-12-01' AS TIMESTAMP), 1)", "")]
    [InlineData("add_months(observed, -9223372036854775807)", "")]
    [InlineData("add_months(NULL, 1)", "")]
    [InlineData("trunc(observed)", "2004-08-24T00:00:00")]
    [InlineData("trunc(-1.5)", "-1")]
    [InlineData("length('Müller')", "6")]
    [InlineData("instr('abcabc', 'ca') + instr('abc', 'x')", "3")]
    [InlineData("nvl(concat(NULL, 'a', 1.5), 'x')", "a1.5")]
    public async Task Where_the_catalogue_is_silent(string expression, string expected) => Assert.Equal(expected, await Evaluate(expression));

    /// <summary>Stars 1 to 7 have the magnitudes 5.1 to 5.7, stars 8 to 11 none; star 11 has no name.</summary>
    [Theory]
    [InlineData("SELECT ivo_string_agg(table_name, ' <//> ') FROM TAP_SCHEMA.tables WHERE table_name ILIKE 'tap_schema.%' AND table_name <> 'TAP_SCHEMA.tables'",
        "TAP_SCHEMA.columns <//> TAP_SCHEMA.key_columns <//> TAP_SCHEMA.keys <//> TAP_SCHEMA.schemas")]
    [InlineData("SELECT ivo_string_agg(id, '''') FROM stars WHERE id < 4", "1'2'3")]
    [InlineData("SELECT date_obs, ivo_string_agg(name, '') FROM stars WHERE id IN (1, 11) GROUP BY date_obs ORDER BY 1", "2004-08-24|star 1;2004-08-25|")]
    [InlineData("SELECT ivo_string_agg(name, ',') FROM stars WHERE id > 99", "")]
    [InlineData("SELECT ivo_histogram(mag, 5.2, 5.6, 2) FROM stars", "5 2 3 1")]
    [InlineData("SELECT ivo_histogram(id, 3, 6, 3) FROM stars", "2 1 1 2 5")]
    [InlineData("SELECT ivo_histogram(-id, -6, -3, 1), count(*) FROM stars WHERE id > 99", "0 0 0|0")]
    [InlineData("SELECT date_obs, ivo_histogram(ra, 0, 360, 1) FROM stars GROUP BY date_obs HAVING ivo_string_agg(name, '') LIKE 'star%'", "2004-08-24|0 7 0")]
    public async Task Aggregates_tell_of_groups(string adql, string expected) => Assert.Equal(expected, string.Join(';', await stars.Engine.RowsOf(adql)));

    /// <summary>Kolmogorov and Smirnov's test against the normal distribution: 1.95 / sqrt(n) is passed by chance once in a thousand times; twice that, never.</summary>
    [Fact]
    public async Task Random_numbers_are_normal_and_differ()
    {
        const int rows = 14_641;
        var values = (await stars.Engine.RowsOf("SELECT ivo_normal_random(10, 5), ivo_normal_random(10, 5) FROM stars a, stars b, stars c, stars d")).Select(row => row.Split('|')).ToArray();
        Assert.Equal(rows, values.Length);
        Assert.DoesNotContain(values, pair => pair[0] == pair[1]);
        var sorted = values.Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture) - 10) / 5).Order().ToArray();
        var largest = sorted.Select((value, i) => Math.Abs(Normal(value) - ((i + 0.5) / rows))).Max();
        Assert.InRange(largest, 0, 3.9 / Math.Sqrt(rows));
    }

    /// <summary>The normal distribution's integral, by the series of erf (Abramowitz and Stegun 7.1.6).</summary>
    private static double Normal(double x)
    {
        double term = x, sum = x;
        for (var n = 1; n < 200; n++)
        {
            term *= x * x / ((2 * n) + 1);
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }

    private async Task<string> Evaluate(string expression) => Assert.Single(await stars.Engine.RowsOf($"SELECT {expression} FROM stars WHERE id = 1"));

    /// <summary>Each number as near as the digits of the expected one say.</summary>
    private static bool AreNear(string[] expected, string[] found) => expected.Length == found.Length && expected.Zip(found).All(pair =>
    {
        var point = pair.First.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : Math.Min(pair.First.Length - point - 1, 10);
        return Math.Abs(double.Parse(pair.First, CultureInfo.InvariantCulture) - double.Parse(pair.Second, CultureInfo.InvariantCulture)) <= 0.51 * Math.Pow(10, -decimals);
    });

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "udf-catalogue.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t'));
}
