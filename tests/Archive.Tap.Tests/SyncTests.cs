using System.Net;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

public class SyncTests(RunningServer server) : IClassFixture<RunningServer>
{
    private HttpClient Client => server.Client;

    /// <summary>[T15] [T31] [D4] [O2]</summary>
    [Theory]
    [InlineData("votable", "application/x-votable+xml;serialization=TABLEDATA", "<VOTABLE")]
    [InlineData("text/xml", "text/xml", "<VOTABLE")]
    [InlineData("application/x-votable+xml", "application/x-votable+xml;serialization=TABLEDATA", "<TABLEDATA>")]
    [InlineData("votable/td", "application/x-votable+xml;serialization=TABLEDATA", "<TABLEDATA>")]
    [InlineData("votable/b2", "application/x-votable+xml;serialization=BINARY2", "<BINARY2>")]
    [InlineData("application/x-votable+xml;serialization=BINARY2", "application/x-votable+xml;serialization=BINARY2", "<BINARY2>")]
    [InlineData("csv", "text/csv;header=present", "id,name")]
    [InlineData("text/csv", "text/csv;header=present", "id,name")]
    [InlineData("tsv", "text/tab-separated-values", "id\tname")]
    public async Task A_result_comes_in_the_format_asked_for(string format, string contentType, string contained)
    {
        using var response = await Client.QueryAsync("SELECT id, name FROM stars", ("RESPONSEFORMAT", format));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.ContentTypeText());
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains(contained, text, StringComparison.Ordinal);
        Assert.StartsWith("archive/", response.Headers.GetValues("Server").Single(), StringComparison.Ordinal);
    }

    /// <summary>[T6] [T16] [T17] [T33] [D6] TAP 1.1, section 2.7.4: MAXREC applies after TOP; overflow is told only where a row was left out, before the rows if it is known then.</summary>
    [Theory]
    [InlineData("SELECT id FROM stars", null, 11, "OK", null)]
    [InlineData("SELECT id FROM stars", "11", 11, "OK", null)]
    [InlineData("SELECT id FROM stars", "12", 11, "OK", null)]
    [InlineData("SELECT id FROM stars", "10", 10, "OVERFLOW", null)]
    [InlineData("SELECT id FROM stars", "0", 0, "OVERFLOW", null)]
    [InlineData("SELECT id FROM stars", "-1", 11, "OK", null)]
    [InlineData("SELECT id FROM stars", "99999999999999999999", 11, "OK", null)]
    [InlineData("SELECT TOP 5 id FROM stars", "4", 4, "OVERFLOW", null)]
    [InlineData("SELECT TOP 5 id FROM stars", "5", 5, "OK", null)]
    [InlineData("SELECT TOP 5 id FROM stars", "6", 5, "OK", null)]
    [InlineData("SELECT id FROM stars WHERE id > 99", null, 0, "OK", null)]
    [InlineData("SELECT id FROM stars WHERE id > 99", "0", 0, "OVERFLOW", null)]
    [InlineData("SELECT frameno AS id FROM koa_hires", "4999", 4999, "OK", "OVERFLOW")]
    [InlineData("SELECT frameno AS id FROM koa_hires", "5000", 5000, "OK", null)]
    public async Task Rows_are_bounded_and_overflow_is_told(string adql, string? maximumRows, int rows, string before, string? after)
    {
        using var response = await Client.QueryAsync(adql, maximumRows is null ? [] : [("MAXREC", maximumRows)]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var document = await response.XmlAsync();
        Assert.Equal((before, after), document.QueryStatus());
        Assert.Equal(rows, document.RowCount());
        Assert.Equal(["id"], document.FieldNames());
    }

    [Theory]
    [InlineData("ADQL", HttpStatusCode.OK)]
    [InlineData("adql-2.1", HttpStatusCode.OK)]
    [InlineData("ADQL-2.0", HttpStatusCode.BadRequest)]
    public async Task ILIKE_is_refused_where_the_query_says_that_it_is_ADQL_2_0(string language, HttpStatusCode status)
    {
        using var response = await Client.PostAsync("/TAP/sync", ("LANG", language), ("QUERY", "SELECT id FROM stars WHERE name ILIKE 'STAR%'"));
        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.BadRequest) Assert.Contains("ivo_nocasematch", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    /// <summary>Who writes Oracle's functions gets rows, and the query that works on other services too.</summary>
    [Fact]
    public async Task A_query_that_is_not_all_ADQL_comes_with_its_standard_form()
    {
        using var response = await Client.QueryAsync("select nvl(name, '-') as n from stars where substr(name, 1, 4) = 'star' and observed > to_date('2004-08-24', 'yyyy-mm-dd');");
        var infos = (await response.XmlAsync()).Descendants().Where(element => element.Name.LocalName == "INFO" && (string?)element.Attribute("name") != "snapshot").ToDictionary(info => (string)info.Attribute("name")!, info => (string)info.Attribute("value")!);
        Assert.Equal("SELECT COALESCE(name, '-') AS n FROM stars WHERE substr(name, 1, 4) = 'star' AND observed > CAST('2004-08-24' AS TIMESTAMP)", infos["standard_form"]);
        Assert.Equal("SUBSTR", infos["service_functions"]);
        using var standard = await Client.QueryAsync("select name from stars");
        Assert.DoesNotContain("standard_form", await standard.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>[T33]</summary>
    [Fact]
    public async Task A_format_without_a_place_for_it_tells_overflow_in_a_header()
    {
        using var cut = await Client.QueryAsync("SELECT id FROM stars", ("MAXREC", "3"), ("FORMAT", "csv"));
        Assert.Equal("true", cut.Headers.GetValues("X-TAP-Overflow").Single());
        Assert.Equal("3", cut.Headers.GetValues("X-TAP-MaxRec").Single());
        using var whole = await Client.QueryAsync("SELECT id FROM stars", ("MAXREC", "11"), ("FORMAT", "csv"));
        Assert.False(whole.Headers.Contains("X-TAP-Overflow"));
    }

    /// <summary>[D5]</summary>
    [Fact]
    public async Task A_small_result_has_its_length_and_a_large_one_streams()
    {
        using var small = await Client.QueryAsync("SELECT id FROM stars", ("FORMAT", "csv"));
        Assert.Equal((await small.Content.ReadAsByteArrayAsync()).Length, small.Content.Headers.ContentLength);
        Assert.NotNull(small.Content.Headers.ContentLength);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/TAP/sync") { Content = TapClient.Form(("QUERY", "SELECT * FROM koa_hires"), ("FORMAT", "csv")) };
        using var large = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(large.Headers.TransferEncodingChunked);
        Assert.Equal(Observations.RowCount + 1, (await large.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <summary>[T4] [T8] [T14] [D1]</summary>
    [Fact]
    public async Task Get_post_and_multipart_are_one_and_names_of_parameters_have_no_case()
    {
        const string adql = "SELECT id FROM stars WHERE id < 3";
        const string expected = "id\r\n1\r\n2\r\n";
        Assert.Equal(expected, await Client.GetStringAsync($"/TAP/sync?query={Uri.EscapeDataString(adql)}&lang=ADQL&format=csv"));
        Assert.Equal(expected, await Client.GetStringAsync($"/tap/SYNC?Query={Uri.EscapeDataString(adql)}&ResponseFormat=text%2Fcsv"));
        using var posted = await Client.PostAsync("/TAP/sync?lang=ADQL", ("qUERY", adql), ("Format", "csv"), ("FORMAT", "csv"));
        Assert.Equal(expected, await posted.Content.ReadAsStringAsync());
        using var parts = new MultipartFormDataContent { { new StringContent(adql), "QUERY" }, { new StringContent("csv"), "format" } };
        using var multipart = await Client.PostAsync(new Uri("/TAP/sync", UriKind.Relative), parts);
        Assert.Equal(expected, await multipart.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_long_query_may_stand_in_the_address()
    {
        var adql = $"SELECT COUNT(*) AS n FROM stars WHERE id IN ({string.Join(',', Enumerable.Range(1, 5000))})";
        Assert.Equal("n\r\n11\r\n", await Client.GetStringAsync($"/TAP/sync?FORMAT=csv&QUERY={Uri.EscapeDataString(adql)}"));
    }

    /// <summary>[T10] [T11]</summary>
    [Theory]
    [InlineData("DUMMY", "ignore-me")]
    [InlineData("REQUEST", "doQuery")]
    [InlineData("VERSION", "1.0")]
    [InlineData("PHASE", "RUN")]
    [InlineData("tapclient", "TAP+")]
    [InlineData("RUNID", "my run")]
    [InlineData("LANG", "adql-2.0")]
    [InlineData("LANG", "ADQL-2.1")]
    [InlineData("MAXREC", "")]
    public async Task A_parameter_that_changes_nothing_changes_nothing(string name, string value)
    {
        using var response = await Client.PostAsync("/TAP/sync", ("QUERY", "SELECT COUNT(*) AS n FROM stars"), ("FORMAT", "csv"), (name, value));
        Assert.Equal("n\r\n11\r\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Head_answers_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/TAP/sync?FORMAT=csv&QUERY=" + Uri.EscapeDataString("SELECT id FROM stars"));
        using var response = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/csv;header=present", response.ContentTypeText());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>[T34] [D7]</summary>
    [Fact]
    public async Task A_result_says_what_it_answers()
    {
        using var response = await Client.QueryAsync("SELECT id FROM stars WHERE name <> '<&\"\u0001'");
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("<INFO name=\"QUERY\" value=\"SELECT id FROM stars WHERE name &lt;&gt; '&lt;&amp;&quot;\uFFFD'\"/>", text, StringComparison.Ordinal);
        Assert.Contains("<INFO name=\"standardID\" value=\"ivo://ivoa.net/std/TAP\"/>", text, StringComparison.Ordinal);
        Assert.Contains("<INFO name=\"snapshot\" value=\"stars:1\"/>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_at_once_get_fifty_answers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            Client.CsvRowsAsync($"SELECT frameno FROM koa_hires WHERE frameno = {number} AND 1 = CONTAINS(POINT(ra, dec), CIRCLE(0, 0, 180))")));
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}"), answers.Select(rows => rows.Single()));
    }

    /// <summary>40 rounds in each of the formats, of which none may fail.</summary>
    [Fact]
    public async Task A_warm_up_gets_through()
    {
        var url = server.Client.BaseAddress!.ToString();
        Assert.Equal(40 * Archive.Formats.ResultFormats.All.Length, await WarmUp.RunAsync(server.Engine, url, CancellationToken.None));
        Assert.Equal(0, await WarmUp.RunAsync(server.Engine, url, new CancellationToken(canceled: true)));
        Assert.Equal(0, await WarmUp.RunAsync(server.Engine, "http://127.0.0.1:1", CancellationToken.None));
    }
}
