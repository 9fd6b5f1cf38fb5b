using System.Net;
using System.Xml.Linq;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>What a result tells of its columns and its end (TAP 1.1, section 3; DALI 1.1, section 3.3).</summary>
public class ResultTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly XNamespace Votable = "http://www.ivoa.net/xml/VOTable/v1.3";

    /// <summary>[T30] [O9] Columns come in the order of the query, under its names, as the catalogue describes them; what has no name gets one that a query could use.</summary>
    [Fact]
    public async Task Columns_are_told_as_the_catalogue_has_them()
    {
        using var response = await server.Client.QueryAsync("SELECT s.name, mag AS brightness, observed, id, mag * 2, ra + dec, 'x' FROM stars AS s");
        var fields = (await response.XmlAsync()).Descendants(Votable + "FIELD").ToList();
        Assert.Equal(["name char 16*   Name of the star.", "brightness double  mag phot.mag Magnitude.", "observed char *   Instant of the observation.", "id int   meta.id;meta.main Number of the star."], fields[..4].Select(Told));
        Assert.Equal("timestamp", (string?)fields[2].Attribute("xtype"));
        Assert.Equal(["double", "double", "char"], fields[4..].Select(field => (string)field.Attribute("datatype")!));
        Assert.All(fields[4..], field => Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", (string)field.Attribute("name")!));
        Assert.Equal(fields.Count, fields.Select(field => (string)field.Attribute("name")!).Distinct(StringComparer.OrdinalIgnoreCase).Count());

        static string Told(XElement field) => string.Join(' ', new[] { "name", "datatype", "arraysize", "unit", "ucd" }.Select(name => (string?)field.Attribute(name)).Append(field.Element(Votable + "DESCRIPTION")?.Value));
    }

    /// <summary>[T13] [D8] Instants as DALI writes them, with a T and without a zone; geometries as numbers with their xtype.</summary>
    [Theory]
    [InlineData("observed", "char", "*", "timestamp", "2004-08-24T10:01:00")]
    [InlineData("POINT(ra, dec)", "double", "2", "point", "10 -2")]
    [InlineData("CIRCLE(ra, dec, 1.5)", "double", "3", "circle", "10 -2 1.5")]
    [InlineData("POLYGON(0, 0, 10, 0, 5, 5)", "double", "*", "polygon", "0 0 10 0 5 5")]
    public async Task Values_of_many_parts_have_their_xtype(string expression, string datatype, string arraysize, string xtype, string value)
    {
        using var response = await server.Client.QueryAsync($"SELECT {expression} AS v FROM stars WHERE id = 1");
        var document = await response.XmlAsync();
        var field = document.Descendants(Votable + "FIELD").Single();
        Assert.Equal((datatype, arraysize, xtype), ((string?)field.Attribute("datatype"), (string?)field.Attribute("arraysize"), (string?)field.Attribute("xtype")));
        Assert.Equal(value, document.Descendants(Votable + "TD").Single().Value);
    }

    /// <summary>[T13] Instants in a query are written as in results.</summary>
    [Theory]
    [InlineData("observed > '2004-08-24T10:03:00'", 4)]
    [InlineData("observed >= '2004-08-24T10:03:00.000'", 5)]
    [InlineData("observed > '2004-08-24T10:03:00Z'", 4)]
    [InlineData("observed > '2004-08-24'", 7)]
    [InlineData("observed BETWEEN '2004-08-24T10:02:00' AND CAST('2004-08-24T10:04:00' AS TIMESTAMP)", 3)]
    public async Task Instants_are_asked_for_as_they_are_told(string condition, int rows) =>
        Assert.Equal(rows, (await server.Client.CsvRowsAsync($"SELECT id FROM stars WHERE {condition}")).Length);

    /// <summary>[T17] [T33] Without MAXREC the service's usual limit, with a larger one its hardest; status and media type stay what they were.</summary>
    [Theory]
    [InlineData(null, 5)]
    [InlineData("6", 6)]
    [InlineData("100", 7)]
    [InlineData("-1", 7)]
    public async Task The_services_own_limits_hold(string? maximumRows, int rows)
    {
        await using var strict = new RunningServer(new TapOptions { DefaultMaxRows = 5, HardMaxRows = 7 });
        await strict.InitializeAsync();
        (string, string)[] more = maximumRows is null ? [] : [("MAXREC", maximumRows)];
        using var response = await strict.Client.QueryAsync("SELECT id FROM stars", more);
        Assert.Equal((HttpStatusCode.OK, "application/x-votable+xml;serialization=TABLEDATA"), (response.StatusCode, response.ContentTypeText()));
        var document = await response.XmlAsync();
        Assert.Equal((rows, ("OVERFLOW", null)), (document.RowCount(), document.QueryStatus()));
        using var csv = await strict.Client.QueryAsync("SELECT id FROM stars", [("FORMAT", "csv"), .. more]);
        Assert.Equal((HttpStatusCode.OK, "text/csv;header=present"), (csv.StatusCode, csv.ContentTypeText()));
    }
}
