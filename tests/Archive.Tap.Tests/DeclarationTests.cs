using System.Net;
using System.Xml.Linq;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>What /capabilities declares (VOSI 1.1, section 2.3; TAPRegExt 1.0), and that it is so.</summary>
public class DeclarationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly XNamespace SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>[T1] [T2] [T7] [V3] [V4] What is declared stands beside /capabilities and answers whoever asks.</summary>
    [Theory]
    [InlineData("VOSI#capabilities", "/capabilities", "vs:ParamHTTP", "std")]
    [InlineData("VOSI#availability", "/availability", "vs:ParamHTTP", "std")]
    [InlineData("VOSI#tables-1.1", "/tables", "vs:ParamHTTP", "std")]
    [InlineData("DALI#examples", "/examples", "vr:WebBrowser", null)]
    [InlineData("DataLink#links-1.1", "/links", "vs:ParamHTTP", "std")]
    public async Task Each_declared_resource_is_there(string standard, string path, string type, string? role)
    {
        var interfaces = (await CapabilitiesAsync()).Elements("capability").Single(capability => StandardOf(capability) == "ivo://ivoa.net/std/" + standard).Elements("interface");
        var declared = Assert.Single(interfaces);
        Assert.Equal((type, role), ((string?)declared.Attribute(SchemaInstance + "type"), (string?)declared.Attribute("role")));
        var address = declared.Element("accessURL")!;
        Assert.Equal(("full", server.Url + path), ((string?)address.Attribute("use"), address.Value));
        Assert.Empty(declared.Elements("securityMethod"));
        using var response = await server.Client.GetAsync(new Uri(address.Value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>[E6] Each table with positions has its cone search, whose address only wants the parameters behind it.</summary>
    [Fact]
    public async Task Each_declared_cone_search_is_there()
    {
        var addresses = (await CapabilitiesAsync()).Elements("capability").Where(capability => StandardOf(capability) == "ivo://ivoa.net/std/ConeSearch").Descendants("accessURL").ToList();
        Assert.Contains(addresses, address => address.Value.EndsWith("/scs/stars?", StringComparison.Ordinal));
        Assert.Contains(addresses, address => address.Value.EndsWith("/scs/koa_hires?", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            Assert.Equal("base", (string?)address.Attribute("use"));
            var cone = XElement.Parse(await server.Client.GetStringAsync(new Uri(address.Value + "RA=10&DEC=-2&SR=0.1")));
            Assert.NotEmpty(cone.FieldNames());
        }
    }

    /// <summary>[T1] [V1] [V2] [J3] One capability of TAP, found without a prefix, whose base address leads to all its resources.</summary>
    [Fact]
    public async Task The_service_is_declared_once()
    {
        using var response = await server.Client.GetAsync(new Uri("/TAP/capabilities", UriKind.Relative));
        Assert.NotNull(response.Content.Headers.LastModified);
        var document = await response.XmlAsync();
        Assert.Equal(XName.Get("capabilities", "http://www.ivoa.net/xml/VOSICapabilities/v1.0"), document.Name);
        var declared = Assert.Single(TapOf(document).Elements("interface"));
        Assert.Equal(("vs:ParamHTTP", "std", "1.1"), ((string?)declared.Attribute(SchemaInstance + "type"), (string?)declared.Attribute("role"), (string?)declared.Attribute("version")));
        var address = declared.Element("accessURL")!;
        Assert.Equal(("base", server.Url), ((string?)address.Attribute("use"), address.Value));
        foreach (var resource in new[] { "/sync?LANG=ADQL&QUERY=select+id+from+stars", "/async", "/tables", "/examples", "/capabilities", "/availability" })
        {
            using var answer = await server.Client.GetAsync(new Uri(address.Value + resource));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>[R1] [R2] [F4] [T11] ADQL in both versions, from which validators make the values of LANG; the kinds of features are spelled as TAPRegExt does.</summary>
    [Fact]
    public async Task Languages_are_declared_and_answered()
    {
        var language = Assert.Single(TapOf(await CapabilitiesAsync()).Elements("language"));
        Assert.Equal("ADQL", language.Element("name")!.Value);
        Assert.Equal([("ivo://ivoa.net/std/ADQL#v2.0", "2.0"), ("ivo://ivoa.net/std/ADQL#v2.1", "2.1")], language.Elements("version").Select(version => ((string)version.Attribute("ivo-id")!, version.Value)));
        Assert.All(language.Elements("languageFeatures"), features => Assert.StartsWith("ivo://ivoa.net/std/TAPRegExt#features-", (string)features.Attribute("type")!, StringComparison.Ordinal));
        foreach (var lang in language.Elements("version").Select(version => "ADQL-" + version.Value).Append("ADQL"))
        {
            using var answer = await server.Client.PostAsync("/TAP/sync", ("LANG", lang), ("QUERY", "SELECT COUNT(*) AS n FROM stars"), ("FORMAT", "csv"));
            Assert.Equal("n\r\n11\r\n", await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>[R3] [R4] [R5] [T19] [J4] Formats by their keys, ways to upload, and what is granted: usual and most.</summary>
    [Fact]
    public async Task Formats_uploads_and_limits_are_declared()
    {
        var tap = TapOf(await CapabilitiesAsync());
        Assert.All(tap.Elements("outputFormat"), format => Assert.Matches("^[a-z]+/[a-z0-9.+-]+(;[a-z]+=[A-Za-z0-9.-]+)*$", format.Element("mime")!.Value.Replace(" ", "", StringComparison.Ordinal)));
        var keys = tap.Elements("outputFormat").Select(format => (string?)format.Attribute("ivo-id")).OfType<string>().Distinct();
        Assert.Equal(["binary", "binary2", "td"], keys.Select(key => key.Replace("ivo://ivoa.net/std/TAPRegExt#output-votable-", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["ivo://ivoa.net/std/TAPRegExt#upload-inline", "ivo://ivoa.net/std/TAPRegExt#upload-http", "ivo://ivoa.net/std/TAPRegExt#upload-https"],
            tap.Elements("uploadMethod").Select(method => (string)method.Attribute("ivo-id")!));
        foreach (var (limit, unit) in new[] { ("retentionPeriod", null), ("executionDuration", null), ("outputLimit", "row"), ("uploadLimit", "row") })
        {
            var (usual, most) = (tap.Element(limit)!.Element("default")!, tap.Element(limit)!.Element("hard")!);
            Assert.Equal((unit, unit), ((string?)usual.Attribute("unit"), (string?)most.Attribute("unit")));
            Assert.InRange((long)usual, 1, (long)most);
        }
    }

    private static string? StandardOf(XElement capability) => (string?)capability.Attribute("standardID");

    private static XElement TapOf(XElement document) => document.Elements("capability").Single(capability => StandardOf(capability) == "ivo://ivoa.net/std/TAP");

    private async Task<XElement> CapabilitiesAsync() => XElement.Parse(await server.Client.GetStringAsync("/TAP/capabilities"));
}
