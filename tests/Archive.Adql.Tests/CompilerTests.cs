using System.Reflection;
using System.Text.RegularExpressions;
using Archive.Adql.Lexing;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Tests;

/// <summary>What holds of all translations, and lists that must agree.</summary>
public sealed partial class CompilerTests
{
    [Fact]
    public void Nothing_that_the_user_wrote_is_in_the_SQL()
    {
        var query = Compile("""select 'secret1' || koaid as secret2, "koaid" as "secret'3", count(*) as secret4 from koa_hires as secret5 where progid = 'sec''ret6' and koaid like '%secret7' """
            + """and utdatetime > to_date('secret2009', '"secret"YYYY') group by koaid -- secret8""");
        Assert.DoesNotContain("secret", query.Sql, StringComparison.Ordinal);
        Assert.DoesNotContain("sec'", query.Sql, StringComparison.Ordinal);
        Assert.Equal(["secret1", "sec'ret6", "%secret7", null], query.Parameters.Select(parameter => parameter.Text));
        Assert.Equal(["secret2", "secret'3", "secret4"], query.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("tutorial.cases")]
    [InlineData("translation.cases")]
    [InlineData("geometry.cases")]
    public void The_only_quoted_text_in_the_SQL_is_encoded_shapes(string file)
    {
        foreach (var item in CaseFile.Read(file, "=$:")) Assert.DoesNotContain("'", Shape().Replace(Compile(item.Query).Sql, ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select ra from koa_hires", null, null, "")]
    [InlineData("select ra from koa_hires", 21L, null, "koa_hires\" AS t1")]
    [InlineData("select ra from koa_hires order by ra", 21L, null, " LIMIT 21")]
    [InlineData("select ra from koa_hires order by ra", 10_001L, null, " NULLS LAST")]
    [InlineData("select top 20 ra from koa_hires", null, 20L, " LIMIT 20")]
    [InlineData("select top 20 ra from koa_hires", 21L, 20L, " LIMIT 20")]
    [InlineData("select top 20 ra from koa_hires", 11L, 20L, " LIMIT 11")]
    [InlineData("select top 20 ra from koa_hires offset 3", 1L, 20L, " LIMIT 1 OFFSET 3")]
    [InlineData("select top 0 ra from koa_hires", 1L, 0L, " LIMIT 0")]
    [InlineData("select top 5 ra from koa_hires union select ra from koa_nirc2", 7L, null, ")")]
    [InlineData("select x.ra from (select top 5 ra from koa_hires) x order by 1", 7L, null, " LIMIT 7")]
    public void The_smaller_of_TOP_and_the_row_limit_is_written(string adql, long? rowLimit, long? top, string end)
    {
        var query = AdqlCompiler.Compile(adql, ObservationTables.All, new AdqlOptions { RowLimit = rowLimit });
        Assert.Equal(top, query.Top);
        var at = query.Sql.LastIndexOf(" LIMIT", StringComparison.Ordinal);
        Assert.EndsWith(end, query.Sql, StringComparison.Ordinal);
        if (end.Length == 0) Assert.True(at < 0);
    }

    [Fact]
    public void Result_columns_keep_what_the_catalogue_says()
    {
        var columns = Compile("select elaptime, elaptime as t, h.elaptime as \"T 2\", elaptime + 0, max(elaptime) from koa_hires h group by elaptime").Columns;
        var described = ObservationTables.Hires.FindColumn("elaptime")!;
        Assert.Equal(described, columns[0]);
        Assert.Equal(described with { Name = "t" }, columns[1]);
        Assert.Equal(described with { Name = "T 2" }, columns[2]);
        Assert.Equal(new Column { Name = "expression_1", Type = ColumnType.Long }, columns[3]);
        Assert.Equal(new Column { Name = "max_1", Type = ColumnType.Int, Unit = "s" }, columns[4]);
    }

    [Fact]
    public void Columns_of_subqueries_keep_it_too()
    {
        var described = ObservationTables.Hires.FindColumn("elaptime")!;
        Assert.Equal([described with { Name = "b" }], Compile("with w as (select elaptime as a from koa_hires) select x.a as b from (select a from w) x").Columns.ToArray());
        Assert.Equal([described], Compile("select elaptime from koa_hires union select elaptime from koa_hires").Columns.ToArray());
    }

    [Fact]
    public void The_tables_read_are_told_once_each() =>
        Assert.Equal(["koa_hires", "koa_nirc2"], Compile("select a.ra from koa_hires a, koa_hires b where a.ra in (select ra from koa_nirc2)").Tables.Select(table => table.Name));

    [Fact]
    public void Each_function_has_its_SQL_and_no_SQL_is_left_over() =>
        Assert.Equal(ScalarFunctions.All.Concat(GeometryFunctions.All).Select(function => function.Name).Order(StringComparer.Ordinal), DuckDbFunctions.Templates.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Reserved_words_of_the_grammar_are_on_the_list()
    {
        var constants = typeof(ReservedWords).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToArray();
        Assert.NotEmpty(constants);
        Assert.All(constants, word => Assert.Same(string.Intern(word), ReservedWords.Find(word)));
        Assert.Equal(267, ReservedWords.List.Count());
        Assert.All(ReservedWords.List, word => Assert.Equal(word, ReservedWords.Find(word.ToLowerInvariant())));
    }

    [Theory]
    [InlineData("2009-01-05", "2009-01-05T00:00:00.000000")]
    [InlineData("2009-01-05T23:59:59", "2009-01-05T23:59:59.000000")]
    [InlineData("2009-01-05 23:59:59", "2009-01-05T23:59:59.000000")]
    [InlineData(" 2009-01-05T23:59:59.5 ", "2009-01-05T23:59:59.500000")]
    [InlineData("2009-01-05T23:59:59.123456789Z", "2009-01-05T23:59:59.123456")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00.000000")]
    [InlineData("9999-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999")]
    [InlineData("2009-02-29", null)]
    [InlineData("2009-1-5", null)]
    [InlineData("2009-01-05T24:00:00", null)]
    [InlineData("2009-01-05T23:59:60", null)]
    [InlineData("2009-01-05T23:59", null)]
    [InlineData("2009-01-05T23:59:59.", null)]
    [InlineData("2009-01-05T23:59:59.5x", null)]
    [InlineData("2009-01-05T23:59:59+01:00", null)]
    [InlineData("2009-01-05ZZ", null)]
    [InlineData("10000-01-01", null)]
    [InlineData("", null)]
    [InlineData("Z", null)]
    public void Times_are_those_of_DALI(string text, string? expected) => Assert.Equal(expected,
        Resolution.Times.TimestampText.TryParse(text, out var value) ? value.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture) : null);

    private static TranslatedQuery Compile(string query) => AdqlCompiler.Compile(query, ObservationTables.All, AdqlOptions.Default);

    [GeneratedRegex(@"'(\\x[0-9A-F]{2})+'::BLOB")]
    private static partial Regex Shape();
}
