using System.Xml.Linq;
using static Archive.Tap.Hosting.XmlDocuments;

namespace Archive.Tap.ConeSearch;

/// <summary>How a cone search tells what is wrong: an INFO named Error and no table (Simple Cone Search 1.03, section 2.3), and for younger clients DALI's QUERY_STATUS.</summary>
internal static class ConeErrorDocument
{
    private static readonly XNamespace Votable = "http://www.ivoa.net/xml/VOTable/v1.3";

    public static XElement Create(string message) => new(Votable + "VOTABLE",
        new XAttribute("version", "1.4"),
        new XElement(Votable + "INFO", new XAttribute("ID", "Error"), new XAttribute("name", "Error"), new XAttribute("value", Legal(message))),
        new XElement(Votable + "RESOURCE", new XAttribute("type", "results"),
            new XElement(Votable + "INFO", new XAttribute("name", "QUERY_STATUS"), new XAttribute("value", "ERROR"), Legal(message))));
}
