using Archive.Catalogue.Observations;
using System.Xml.Linq;
using Archive.Catalogue.Tables;
using Archive.Tap.ConeSearch;
using Archive.Tap.DataLink;
using Archive.Tap.Examples;
using Archive.Tap.Hosting;
using static Archive.Tap.Hosting.XmlDocuments;

namespace Archive.Tap.Vosi;

/// <summary>What the server offers beside TAP, for the document of its capabilities: the examples, the links of observations, a cone search a table.</summary>
internal static class NeighbourCapabilities
{
    /// <param name="baseUrl">Address of TAP.</param>
    /// <param name="rootUrl">Address of the server.</param>
    /// <param name="tables">The tables that there are.</param>
    public static IEnumerable<XElement> Of(string baseUrl, string rootUrl, TableSet tables) =>
    [
        Capability("DALI#examples", new XElement("interface", Type("vr:WebBrowser"), Address("full", baseUrl + ExamplesResource.Path))),
        Capability("DataLink#links-1.1", new XElement("interface", Type("vs:ParamHTTP"), new XAttribute("role", "std"), new XAttribute("version", "1.1"),
            Address("full", baseUrl + ServiceAddress.LinksPath), new XElement("resultType", ObsCore.LinksFormat))),
        .. ConeResource.TablesOf(tables).Select(table => Capability("ConeSearch",
            new XElement("description", Legal($"Cone search of {table.ListedName}.")),
            new XElement("interface", Type("vs:ParamHTTP"), new XAttribute("role", "std"), new XAttribute("version", "1.03"),
                Address("base", $"{rootUrl}{ConeResource.BasePath}/{Uri.EscapeDataString(table.ListedName)}?"),
                new XElement("queryType", "GET"),
                new XElement("resultType", ConeRequest.ContentType)))),
    ];

    private static XElement Capability(string standard, params object[] content) => new("capability", new XAttribute("standardID", "ivo://ivoa.net/std/" + standard), content);

    private static XElement Address(string use, string url) => new("accessURL", new XAttribute("use", use), Legal(url));
}
