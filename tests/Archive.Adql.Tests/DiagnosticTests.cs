using System.Text;
using System.Text.Json;
using Archive.Adql.Diagnostics;

namespace Archive.Adql.Tests;

/// <summary>Queries that are refused, and all that is said of each: code, place and words.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("rejected.cases")]
    [InlineData("unresolved.cases")]
    [InlineData("dialects.cases")]
    public void Wrong_queries_are_refused_with_the_diagnostics_of_their_case(string file) => CaseFile.Check(file, "!", query =>
        Show(Refuse(query)));

    internal static string Show(AdqlException error) => string.Join('\n', error.Diagnostics.Select(found => FormattableString.Invariant(
        $"! {found.Code} {found.Span.Line}:{found.Span.Column} {found.Span.Length} {found.Message}{(found.Hint is null ? "" : " " + found.Hint)}")));

    [Fact]
    public void The_report_underlines_each_place() => Assert.Equal(
        """
        ADQL-301 at line 1, column 8: There is no column koaidd in koa_hires. Did you mean koaid?
          select koaidd, filehand
                 ^^^^^^
        ADQL-301 at line 3, column 7: There is no column "C307" in koa_hires. Text is written in single quotes: 'C307'.
          where "C307" = progid
                ^^^^^^
        """.ReplaceLineEndings("\n"), Refuse("select koaidd, filehand\nfrom koa_hires\nwhere \"C307\" = progid").Message);

    [Fact]
    public void The_report_shows_a_part_of_a_long_line() => Assert.Equal(
        """
        ADQL-204 at line 1, column 165: LIMIT is not ADQL. Write TOP and the number of rows behind SELECT; OFFSET n stands at the end of the query.
          aid, koaid, koaid, koaid, koaid from koa_hires hi limit 10
                                                            ^^^^^
        """.ReplaceLineEndings("\n"), Refuse("select " + string.Join(", ", Enumerable.Repeat("koaid", 20)) + " from koa_hires hi limit 10").Message);

    [Fact]
    public void The_end_of_the_query_can_be_the_place() => Assert.Equal(
        """
        ADQL-201 at line 1, column 10: Expected FROM, but found the end of the query. A value that needs no table can be selected from any: SELECT TOP 1 x FROM TAP_SCHEMA.tables.
          select ra
                   ^
        """.ReplaceLineEndings("\n"), Refuse("select ra").Message);

    [Fact]
    public void Programs_get_JSON()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) DiagnosticJson.Write(json, Refuse("select koaidd,\n  'é' || \"x\ny\" from koa_hires").Diagnostics);
        Assert.Equal("""[{"code":"ADQL-301","line":1,"column":8,"offset":7,"length":6,"message":"There is no column koaidd in koa_hires.","hint":"Did you mean koaid?"},"""
            + """{"code":"ADQL-301","line":2,"column":10,"offset":24,"length":5,"message":"There is no column \u0022x\ny\u0022 in koa_hires.","hint":"Text is written in single quotes: \u0027x\ny\u0027."}]""",
            Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>All else of 2.1 is read under 2.0 too, as extensions that 2.0 allows.</summary>
    [Fact]
    public void Of_ADQL_2_1_only_ILIKE_is_refused_under_2_0()
    {
        var options = new AdqlOptions { Version = AdqlVersion.Version20 };
        var error = Assert.Throws<AdqlException>(() => AdqlCompiler.Compile("select koaid from koa_hires where koaid not ilike 'x'", ObservationTables.All, options));
        Assert.Equal(("ADQL-263", 45, 5), (error.Diagnostics[0].Code, error.Diagnostics[0].Span.Column, error.Diagnostics[0].Span.Length));
        AdqlCompiler.Compile("with a as (select lower(koaid) as k from koa_hires) select cast(k as varchar(3)) from a union select coalesce(k, 'x') from a order by 1 offset 2", ObservationTables.All, options);
        AdqlCompiler.Compile("select koaid from koa_hires where ivo_nocasematch(koaid, 'x') = 1", ObservationTables.All, options);
    }

    [Fact]
    public void No_more_than_fifty_are_reported() =>
        Assert.Equal(50, Refuse("select " + string.Join(", ", Enumerable.Range(1, 1000).Select(i => $"nonesuch{i}")) + " from koa_hires").Diagnostics.Length);

    [Fact]
    public void Places_count_from_line_1_and_column_1()
    {
        var span = Refuse("select\n  'two\nlines', foo\r\nfrom koa_hires").Diagnostics[0].Span;
        Assert.Equal((22, 3, 3, 9), (span.Offset, span.Length, span.Line, span.Column));
    }

    private static AdqlException Refuse(string query) => Assert.Throws<AdqlException>(() => AdqlCompiler.Compile(query, ObservationTables.All, AdqlOptions.Default));
}
