using System.Globalization;
using System.Xml.Linq;
using Archive.Tap.Hosting;
using static Archive.Tap.Hosting.XmlDocuments;

namespace Archive.Tap.DataLink;

/// <summary>The list of links as a VOTable with its rows in TABLEDATA (DataLink 1.1, section 3.3).</summary>
internal static class LinksDocument
{
    public const string StandardId = "ivo://ivoa.net/std/DataLink#links-1.1";

    private static readonly XNamespace Votable = "http://www.ivoa.net/xml/VOTable/v1.3";

    private static readonly (XElement Field, Func<Link, string?> Value)[] Columns =
    [
        (Text("ID", "meta.id;meta.main", "What was asked for."), link => link.Id),
        (Text("access_url", "meta.ref.url", "Where it is."), link => link.AccessUrl),
        (Text("service_def", "meta.ref", "Service that gives it; there is none."), _ => null),
        (Text("error_message", "meta.code.error", "Why there is nothing."), link => link.ErrorMessage),
        (Text("semantics", "meta.code", "What it is to the thing named."), link => link.Semantics),
        (Text("description", "meta.note", "What it is, for people."), link => link.Description),
        (Text("content_type", "meta.code.mime", "Media type."), link => link.ContentType),
        (Field("content_length", "phys.size;meta.file", "Size.", new XAttribute("datatype", "long"), new XAttribute("unit", "byte")), link => link.ContentLength?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <param name="links">The rows; those of one ID follow one another.</param>
    /// <param name="isOverflow">True where IDs were left out.</param>
    public static XElement Create(IEnumerable<Link> links, bool isOverflow) => Document(
        Info("QUERY_STATUS", "OK"),
        Info("standardID", StandardId),
        Info("server", ServerIdentity.Product),
        new XElement(Votable + "TABLE",
            Columns.Select(column => new XElement(column.Field)),
            new XElement(Votable + "DATA", new XElement(Votable + "TABLEDATA", links.Select(Row)))),
        isOverflow ? Info("QUERY_STATUS", "OVERFLOW") : null);

    private static XElement Document(params object?[] content) => new(Votable + "VOTABLE",
        new XAttribute("version", "1.4"),
        new XElement(Votable + "RESOURCE", new XAttribute("type", "results"), content));

    private static XElement Row(Link link) => new(Votable + "TR", Columns.Select(column => new XElement(Votable + "TD", Legal(column.Value(link) ?? ""))));

    private static XElement Info(string name, string value) => new(Votable + "INFO", new XAttribute("name", name), new XAttribute("value", value));

    private static XElement Text(string name, string ucd, string description) => Field(name, ucd, description, new XAttribute("datatype", "char"), new XAttribute("arraysize", "*"));

    private static XElement Field(string name, string ucd, string description, params object[] attributes) => new(Votable + "FIELD",
        new XAttribute("name", name), new XAttribute("ucd", ucd), attributes, new XElement(Votable + "DESCRIPTION", description));
}
