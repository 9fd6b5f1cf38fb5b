using System.Globalization;
using System.Xml.Linq;
using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;
using Archive.Formats;
using static Archive.Tap.Hosting.XmlDocuments;

namespace Archive.Tap.Vosi;

/// <summary>
/// What the service can do (VOSI 1.1, section 2.3; TAPRegExt 1.0). Only what works is declared. Elements are in the
/// schema's order.
/// </summary>
internal static class CapabilitiesDocument
{
    private static readonly string[] UploadMethods = ["inline", "http", "https"];

    /// <param name="baseUrl">Address of the service; clients go by it from here on.</param>
    /// <param name="options">The limits.</param>
    /// <param name="tables">The tables, among which may be those of a data model.</param>
    public static XElement Create(string baseUrl, TapOptions options, TableSet tables) => VosiNamespaces.Root(VosiNamespaces.Capabilities, "capabilities",
        new XElement("capability", new XAttribute("standardID", "ivo://ivoa.net/std/TAP"), Type("tr:TableAccess"),
            Interface(baseUrl, "base", new XAttribute("version", "1.1")),
            tables.Find(ObsCore.SchemaName, ObsCore.Table.Name) == ObsCore.Table ? new XElement("dataModel", new XAttribute("ivo-id", ObsCore.DataModel), "ObsCore-1.1") : null,
            Language(),
            ResultFormats.All.SelectMany(OutputFormats),
            UploadMethods.Select(method => new XElement("uploadMethod", new XAttribute("ivo-id", "ivo://ivoa.net/std/TAPRegExt#upload-" + method))),
            Limits("retentionPeriod", Days(options.JobRetentionDays), Days(options.MaximumJobRetentionDays)),
            Limits("executionDuration", options.DefaultExecutionDurationSeconds, options.MaximumExecutionDurationSeconds),
            Limits("outputLimit", options.DefaultMaxRows, options.HardMaxRows, new XAttribute("unit", "row")),
            // TAPRegExt 1.0 has room for one of rows and bytes; clients know their rows before they send them.
            Limits("uploadLimit", options.MaximumUploadRows, options.MaximumUploadRows, new XAttribute("unit", "row"))),
        Vosi("VOSI#capabilities", baseUrl + "/capabilities"),
        Vosi("VOSI#availability", baseUrl + "/availability"),
        Vosi("VOSI#tables-1.1", baseUrl + "/tables"));

    private static long Days(int days) => days * 86_400L;

    private static XElement Vosi(string standard, string url) =>
        new("capability", new XAttribute("standardID", "ivo://ivoa.net/std/" + standard), Interface(url, "full"));

    private static XElement Interface(string url, string use, XAttribute? version = null) => new("interface",
        Type("vs:ParamHTTP"), new XAttribute("role", "std"), version,
        new XElement("accessURL", new XAttribute("use", use), Legal(url)));

    private static XElement Language() => new("language",
        new XElement("name", "ADQL"),
        Version("2.0"),
        Version("2.1"),
        new XElement("description", "ADQL 2.1, which is read for 2.0 too. Positions are ICRS degrees. Functions of Oracle that users of KOA know are there as user-defined functions."),
        LanguageFeature.All.Select(feature => new XElement("languageFeatures", new XAttribute("type", feature.Identifier),
            feature.Forms.Select(form => new XElement("feature", new XElement("form", form.Form), form.Description is { } text ? new XElement("description", text) : null)))));

    private static XElement Version(string number) => new("version", new XAttribute("ivo-id", "ivo://ivoa.net/std/ADQL#v" + number), number);

    /// <summary>One element a media type; the short names go with the first.</summary>
    private static IEnumerable<XElement> OutputFormats(ResultFormat format) => format.MediaTypes.Select((mediaType, index) => new XElement("outputFormat",
        index == 0 && Serialization(mediaType) is { } serialization ? new XAttribute("ivo-id", "ivo://ivoa.net/std/TAPRegExt#output-votable-" + serialization) : null,
        new XElement("mime", mediaType.ToString()),
        index == 0 ? format.Aliases.Prepend(format.Name).Select(alias => new XElement("alias", alias)) : null));

    /// <summary>TAPRegExt's word for a VOTable's serialization; null for other formats.</summary>
    private static string? Serialization(MediaType mediaType) => mediaType.Parameter("serialization") switch
    {
        "TABLEDATA" => "td",
        "BINARY" => "binary",
        "BINARY2" => "binary2",
        _ => null,
    };

    private static XElement Limits(string name, long usual, long most, XAttribute? unit = null) => new(name,
        new XElement("default", unit, usual.ToString(CultureInfo.InvariantCulture)),
        new XElement("hard", unit, most.ToString(CultureInfo.InvariantCulture)));
}
