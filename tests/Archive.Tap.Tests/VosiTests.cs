using System.Net;
using System.Xml.Linq;
using Archive.Adql.Resolution.Functions.UserDefined;
using Archive.Formats;
using Archive.Tap.Tests.Serving;
using Archive.Tap.Vosi;

namespace Archive.Tap.Tests;

public class VosiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly XNamespace SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>A query of each declared form that would fail if the form didn't work.</summary>
    private static readonly Dictionary<string, string> QueryOfForm = new()
    {
        ["POINT"] = "COORD1(POINT('ICRS', ra, dec))",
        ["CIRCLE"] = "CONTAINS(POINT(ra, dec), CIRCLE('ICRS', 10, 0, 1))",
        ["BOX"] = "CONTAINS(POINT(ra, dec), BOX('ICRS', 10, 0, 1, 1))",
        ["POLYGON"] = "CONTAINS(POINT(ra, dec), POLYGON('ICRS', 0, 0, 10, 0, 5, 5))",
        ["CONTAINS"] = "CONTAINS(POINT(ra, dec), CIRCLE(10, 0, 1))",
        ["REGION"] = "CONTAINS(POINT(ra, dec), REGION('Union ICRS (Circle 10 0 1 Box 20 1 1 1)'))",
        ["CENTROID"] = "CENTROID(POLYGON(1, 2, 3, 4, ra, dec))",
        ["INTERSECTS"] = "INTERSECTS(CIRCLE(ra, dec, 1), BOX(1, 2, 3, 4))",
        ["AREA"] = "AREA(CIRCLE(ra, dec, 1))",
        ["COORDSYS"] = "COORDSYS(POINT(ra, dec))",
        ["DISTANCE"] = "DISTANCE(POINT(ra, dec), POINT(0, 0)) + DISTANCE(ra, dec, 0, 0)",
        ["COORD1"] = "COORD1(POINT(ra, dec))",
        ["COORD2"] = "COORD2(POINT(ra, dec))",
        ["LOWER"] = "LOWER(name)",
        ["UPPER"] = "UPPER(name)",
        ["IN_UNIT"] = "IN_UNIT(ra, 'arcsec')",
        ["CAST"] = "CAST(mag AS INTEGER)",
    };

    private static readonly Dictionary<string, string> WholeQueryOfForm = new()
    {
        ["ILIKE"] = "SELECT id FROM stars WHERE name ILIKE 'STAR%'",
        ["UNION"] = "SELECT id FROM stars UNION SELECT frameno FROM koa_hires",
        ["EXCEPT"] = "SELECT id FROM stars EXCEPT SELECT frameno FROM koa_hires",
        ["INTERSECT"] = "SELECT id FROM stars INTERSECT SELECT frameno FROM koa_hires",
        ["WITH"] = "WITH s AS (SELECT id FROM stars) SELECT id FROM s",
        ["OFFSET"] = "SELECT id FROM stars ORDER BY id OFFSET 3",
    };

    public static TheoryData<string> DeclaredForms() => [.. LanguageFeature.All.SelectMany(feature => feature.Forms).Select(form => form.Form)];

    /// <summary>[R2] [J5]</summary>
    [Theory]
    [MemberData(nameof(DeclaredForms))]
    public async Task What_is_declared_works(string form)
    {
        var adql = UserDefinedFunctions.All.FirstOrDefault(function => function.Signature == form) is { } function
            ? $"SELECT {function.Example} AS x FROM TAP_SCHEMA.tables"
            : WholeQueryOfForm.GetValueOrDefault(form) ?? $"SELECT {QueryOfForm[form]} AS x FROM stars";
        using var response = await server.Client.QueryAsync(adql, ("FORMAT", "csv"));
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>[V2] [V4] [R5]</summary>
    [Fact]
    public async Task Capabilities_name_this_service_as_it_was_asked_and_what_it_grants()
    {
        foreach (var basePath in new[] { "/TAP", "/tap" })
        {
            var document = XElement.Parse(await server.Client.GetStringAsync(basePath + "/capabilities"));
            var tap = document.Elements("capability").Single(capability => (string?)capability.Attribute("standardID") == "ivo://ivoa.net/std/TAP");
            Assert.Equal("tr:TableAccess", (string?)tap.Attribute(SchemaInstance + "type"));
            Assert.Equal(server.Client.BaseAddress + basePath[1..], tap.Element("interface")!.Element("accessURL")!.Value);
            Assert.Equal(["interface", "dataModel", "language", "outputFormat", "uploadMethod", "retentionPeriod", "executionDuration", "outputLimit", "uploadLimit"], tap.Elements().Select(element => element.Name.LocalName).Distinct());
            Assert.Equal("100000000", tap.Element("outputLimit")!.Element("hard")!.Value);
            Assert.Empty(document.Descendants("securityMethod"));
        }
    }

    /// <summary>[R3]</summary>
    [Fact]
    public async Task Every_declared_format_is_answered()
    {
        var document = XElement.Parse(await server.Client.GetStringAsync("/TAP/capabilities"));
        var formats = document.Descendants("outputFormat").SelectMany(format => format.Elements("mime").Concat(format.Elements("alias"))).Select(element => element.Value).ToList();
        Assert.True(formats.Count > ResultFormats.All.Length);
        foreach (var format in formats)
        {
            using var response = await server.Client.QueryAsync("SELECT id FROM stars", ("RESPONSEFORMAT", format));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            if (format.Contains(';', StringComparison.Ordinal)) Assert.Equal(format, response.ContentTypeText());
        }
    }

    /// <summary>[V2] A proxy's address is believed only where it is configured.</summary>
    [Fact]
    public async Task A_public_address_and_a_trusted_proxy_change_the_links()
    {
        await using var published = new RunningServer(new TapOptions { PublicUrl = "https://archive.example.org/koa/" });
        await published.InitializeAsync();
        Assert.Contains(">https://archive.example.org/koa/TAP</accessURL>", await published.Client.GetStringAsync("/TAP/capabilities"), StringComparison.Ordinal);

        await using var proxied = new RunningServer(new TapOptions { TrustForwardedHeaders = true });
        await proxied.InitializeAsync();
        Assert.Contains(">https://proxy.example.org/TAP</accessURL>", await ForwardedAsync(proxied), StringComparison.Ordinal);
        Assert.DoesNotContain("proxy.example.org", await ForwardedAsync(server), StringComparison.Ordinal);
    }

    /// <summary>[T46] [V5] [V8] [F3] [J7] VOSI 1.1, section 2.4: TAP_SCHEMA and /tables say the same.</summary>
    [Fact]
    public async Task Tables_are_the_same_as_in_TAP_SCHEMA()
    {
        var document = XElement.Parse(await server.Client.GetStringAsync("/TAP/tables?detail=max"));
        Assert.Equal(XName.Get("tableset", "http://www.ivoa.net/xml/VOSITables/v1.0"), document.Name);
        Assert.Null(document.Attribute("version"));
        Assert.All(document.Descendants("dataType"), type => Assert.Equal("vs:VOTableType", (string?)type.Attribute(SchemaInstance + "type")));
        var listed = document.Descendants("column").Select(column => string.Join('\t', column.Parent!.Element("name")!.Value, column.Element("name")!.Value,
            column.Element("dataType")!.Value, (string?)column.Element("dataType")!.Attribute("arraysize"), (string?)column.Element("dataType")!.Attribute("extendedType"),
            column.Element("unit")?.Value, column.Element("ucd")?.Value, column.Element("utype")?.Value, column.Elements("flag").Count(flag => flag.Value == "indexed"),
            (string?)column.Attribute("std") == "true" ? 1 : 0, column.Element("description")?.Value));
        using var inSchema = await server.Client.QueryAsync("SELECT table_name, column_name, datatype, arraysize, xtype, unit, ucd, utype, indexed, std, description FROM TAP_SCHEMA.columns", ("FORMAT", "tsv"));
        Assert.Equal(listed.Order(StringComparer.Ordinal), (await inSchema.Content.ReadAsStringAsync()).Split('\n')[1..^1].Order(StringComparer.Ordinal));
        Assert.Equal(await server.Client.CsvRowsAsync("SELECT table_name FROM TAP_SCHEMA.tables ORDER BY table_name"),
            document.Descendants("table").Select(table => table.Element("name")!.Value).Order(StringComparer.Ordinal));
        Assert.Equal(5, document.Descendants("foreignKey").Count());
        Assert.Equal("5000", document.Descendants("table").Single(table => table.Element("name")!.Value == "koa_hires").Element("nrows")!.Value);
    }

    /// <summary>[V7]</summary>
    [Theory]
    [InlineData("/TAP/tables/stars", "stars", 7)]
    [InlineData("/TAP/tables/TAP_SCHEMA.columns", "TAP_SCHEMA.columns", 14)]
    [InlineData("/tap/tables/tap_schema.tables", "TAP_SCHEMA.tables", 6)]
    public async Task One_table_can_be_asked_for(string path, string name, int columns)
    {
        var document = XElement.Parse(await server.Client.GetStringAsync(path));
        Assert.Equal("table", document.Name.LocalName);
        Assert.Equal(name, document.Element("name")!.Value);
        Assert.Equal(columns, document.Elements("column").Count());
    }

    /// <summary>[V7] [F5] Who names VOTable first gets the fields that a result of the whole table has, and no rows.</summary>
    [Theory]
    [InlineData("application/x-votable+xml", true)]
    [InlineData("application/x-votable+xml;q=0.9, text/xml;q=0.5", true)]
    [InlineData("application/x-votable+xml;q=0", false)]
    [InlineData("text/xml, application/x-votable+xml", false)]
    [InlineData("text/html, image/gif, image/jpeg, */*; q=0.2", false)]
    public async Task One_table_can_be_had_as_a_votable_without_rows(string accept, bool isVotable)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/TAP/tables/koa_hires");
        Assert.True(request.Headers.TryAddWithoutValidation("Accept", accept));
        using var response = await server.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, isVotable ? "application/x-votable+xml" : "text/xml"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        if (!isVotable) return;
        var document = await response.XmlAsync();
        Assert.Equal((0, ("OK", null)), (document.RowCount(), document.QueryStatus()));
        using var whole = await server.Client.QueryAsync("SELECT TOP 1 * FROM koa_hires");
        var field = XName.Get("FIELD", "http://www.ivoa.net/xml/VOTable/v1.3");
        Assert.Equal((await whole.XmlAsync()).Descendants(field).Select(each => each.ToString()), document.Descendants(field).Select(each => each.ToString()));
    }

    /// <summary>[V6]</summary>
    [Fact]
    public async Task The_short_list_has_no_columns()
    {
        var document = XElement.Parse(await server.Client.GetStringAsync("/TAP/tables?DETAIL=min"));
        Assert.NotEmpty(document.Descendants("table"));
        Assert.Empty(document.Descendants("column"));
        Assert.Empty(document.Descendants("foreignKey"));
    }

    /// <summary>[V9]</summary>
    [Fact]
    public async Task The_service_is_available()
    {
        var document = XElement.Parse(await server.Client.GetStringAsync("/TAP/availability"));
        XNamespace availability = "http://www.ivoa.net/xml/VOSIAvailability/v1.0";
        Assert.Equal("true", document.Element(availability + "available")!.Value);
        Assert.NotNull(document.Element(availability + "upSince"));
    }

    /// <summary>[T3] [E1]</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/TAP")]
    [InlineData("/tap/")]
    public async Task People_get_a_page_that_needs_nothing_else(string path)
    {
        using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("koa_hires", page, StringComparison.Ordinal);
        Assert.Contains("5,000", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" src=", page, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> ForwardedAsync(RunningServer asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/TAP/capabilities");
        request.Headers.Add("X-Forwarded-Host", "proxy.example.org");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var response = await asked.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
