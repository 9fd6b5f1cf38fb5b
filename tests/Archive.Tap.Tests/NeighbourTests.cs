using System.Net;
using System.Xml.Linq;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>What stands around TAP: examples, the copy for TapPlus, cone search, links.</summary>
public class NeighbourTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly XNamespace Votable = "http://www.ivoa.net/xml/VOTable/v1.3";

    /// <summary>[D11] [J4] Each example is one of DALI's vocabulary, its properties are plain text, it names a table that there is, and its query is answered.</summary>
    [Fact]
    public async Task Every_example_runs()
    {
        using var response = await server.Client.GetAsync(new Uri("/TAP/examples", UriKind.Relative));
        Assert.Equal("application/xhtml+xml", response.Content.Headers.ContentType!.MediaType);
        var page = await response.XmlAsync();
        Assert.DoesNotContain("<!DOCTYPE", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        var vocabulary = page.DescendantsAndSelf().Single(element => element.Attribute("vocab") is not null);
        Assert.Equal("http://www.ivoa.net/rdf/examples#", (string)vocabulary.Attribute("vocab")!);
        Assert.DoesNotContain(page.Descendants(), element => element.Attribute("property") is not null && (element.Attribute("href") is not null || element.Attribute("src") is not null || element.HasElements));
        var examples = vocabulary.Descendants().Where(element => (string?)element.Attribute("typeof") == "example").ToList();
        Assert.NotEmpty(examples);
        Assert.Equal(examples.Count, examples.Select(example => (string)example.Attribute("id")!).Distinct().Count());
        var tables = await server.Client.CsvRowsAsync("SELECT table_name FROM TAP_SCHEMA.tables");
        foreach (var example in examples)
        {
            Assert.Equal("#" + (string)example.Attribute("id")!, (string)example.Attribute("resource")!);
            Assert.NotEmpty(Property(example, "name"));
            Assert.Contains(Property(example, "table"), tables);
            using var answer = await server.Client.QueryAsync(Property(example, "query"), ("MAXREC", "3"));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, Property(example, "query"));
        }

        static string Property(XElement example, string name) => example.Descendants().Single(element => (string?)element.Attribute("property") == name).Value;
    }

    /// <summary>[F7] [Q6] The attribute that TapPlus needs is at its own path only, and jobs made there stay there.</summary>
    [Fact]
    public async Task Tapplus_has_what_astroquery_needs_and_the_standard_path_has_not()
    {
        var flagged = await server.Client.GetStringAsync(new Uri("/tapplus/tables?tables=stars", UriKind.Relative));
        Assert.Contains("esatapplus:flags=\"0\"", flagged, StringComparison.Ordinal);
        Assert.DoesNotContain("koa_hires", flagged, StringComparison.Ordinal);
        Assert.DoesNotContain("esatapplus", await server.Client.GetStringAsync(new Uri("/TAP/tables", UriKind.Relative)), StringComparison.Ordinal);
        using var job = await server.Client.PostAsync("/tapplus/async", ("QUERY", "SELECT id FROM stars"));
        Assert.StartsWith("/tapplus/async/", job.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>[E6] A cone holds the rows that the same cone in ADQL holds, and tells the three columns that its clients look for once each.</summary>
    [Theory]
    [InlineData(10.0, -2.0, 0.5, 1)]
    [InlineData(0.0, 0.0, 0.2, 3)]
    [InlineData(359.95, 0.0, 180.0, 10)]
    [InlineData(200.0, 80.0, 0.1, 0)]
    public async Task A_cone_is_the_cone_of_ADQL(double ra, double dec, double radius, int count)
    {
        var address = FormattableString.Invariant($"/scs/stars?RA={ra}&DEC={dec}&SR={radius}");
        var cone = XElement.Parse(await server.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
        var rows = await server.Client.CsvRowsAsync(FormattableString.Invariant($"SELECT id FROM stars WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE({ra}, {dec}, {radius}))"));
        Assert.Equal(count, rows.Length);
        Assert.Equal(rows.Order(StringComparer.Ordinal), ValuesOf(cone, "id").Order(StringComparer.Ordinal));
        foreach (var ucd in new[] { "ID_MAIN", "POS_EQ_RA_MAIN", "POS_EQ_DEC_MAIN" })
            Assert.Single(cone.Descendants(Votable + "FIELD"), field => (string?)field.Attribute("ucd") == ucd);
    }

    /// <summary>[E6]</summary>
    [Theory]
    [InlineData("RA=10&DEC=-2&SR=0", 200, null)]
    [InlineData("RA=10&DEC=-2", 200, "SR")]
    [InlineData("RA=ten&DEC=-2&SR=1", 200, "RA")]
    [InlineData("RA=10&DEC=95&SR=1", 200, "DEC")]
    [InlineData("RA=10&DEC=-2&SR=1&VERB=9", 200, "VERB")]
    [InlineData("RA=NaN&DEC=0&SR=1", 200, "RA")]
    public async Task A_cone_that_is_none_is_told_as_its_clients_expect(string query, int status, string? wrong)
    {
        using var response = await server.Client.GetAsync(new Uri("/scs/stars?" + query, UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
        var document = await response.XmlAsync();
        Assert.Equal(0, document.RowCount());
        var error = document.Descendants().SingleOrDefault(element => (string?)element.Attribute("name") == "Error");
        if (wrong is null) Assert.Null(error);
        else Assert.Contains(wrong, (string)error!.Attribute("value")!, StringComparison.Ordinal);
    }

    /// <summary>[E2] One row at least an ID, in the order of the IDs; what isn't there says so.</summary>
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("?ID=HI.20090101.00017.fits", 1, 0)]
    [InlineData("?ID=nosuch", 1, 1)]
    [InlineData("?ID=HI.20090101.00017.fits&ID=nosuch&ID=HI.20090101.00018.fits", 3, 1)]
    [InlineData("?ID=%27%20OR%201=1%20--&ID=%3C%2FTD%3E", 2, 2)]
    public async Task Links_say_what_belongs_to_an_observation(string query, int rows, int missing)
    {
        using var response = await server.Client.GetAsync(new Uri("/TAP/links" + query, UriKind.Relative));
        Assert.Equal("application/x-votable+xml;content=datalink", response.ContentTypeText());
        var document = await response.XmlAsync();
        Assert.Equal(rows, document.RowCount());
        var asked = System.Web.HttpUtility.ParseQueryString(query).GetValues("ID") ?? [];
        Assert.Equal(asked, ValuesOf(document, "ID").Distinct());
        Assert.Equal(missing, document.Descendants(Votable + "TD").Count(cell => cell.Value.StartsWith("NotFoundFault", StringComparison.Ordinal)));
    }

    /// <summary>[E3] [P7] A result that holds the key of its table says where its links are.</summary>
    [Theory]
    [InlineData("SELECT koaid, ra FROM koa_hires", true)]
    [InlineData("SELECT ra FROM koa_hires", false)]
    [InlineData("SELECT COUNT(*) AS koaid FROM koa_hires", false)]
    public async Task A_result_with_identifiers_has_a_service_descriptor(string adql, bool has)
    {
        using var response = await server.Client.QueryAsync(adql, ("MAXREC", "3"));
        var descriptor = (await response.XmlAsync()).Descendants(Votable + "RESOURCE").SingleOrDefault(resource => (string?)resource.Attribute("utype") == "adhoc:service");
        Assert.Equal(has, descriptor is not null);
        if (has) Assert.Equal(server.Url + "/links", (string)descriptor!.Elements(Votable + "PARAM").Single(parameter => (string?)parameter.Attribute("name") == "accessURL").Attribute("value")!);
    }

    /// <summary>The values of a column, row by row.</summary>
    private static IEnumerable<string> ValuesOf(XElement votable, string column)
    {
        var place = votable.FieldNames().IndexOf(column);
        return votable.Descendants(Votable + "TR").Select(row => row.Elements(Votable + "TD").ElementAt(place).Value);
    }
}
