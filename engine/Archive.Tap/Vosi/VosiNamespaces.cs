using System.Xml.Linq;
using static Archive.Tap.Hosting.XmlDocuments;

namespace Archive.Tap.Vosi;

/// <summary>The namespaces of VOSI 1.1 and of what its documents are made of. The prefixes are those that clients expect in xsi:type.</summary>
internal static class VosiNamespaces
{
    public static XNamespace Capabilities { get; } = "http://www.ivoa.net/xml/VOSICapabilities/v1.0";

    public static XNamespace Availability { get; } = "http://www.ivoa.net/xml/VOSIAvailability/v1.0";

    public static XNamespace Tables { get; } = "http://www.ivoa.net/xml/VOSITables/v1.0";

    /// <summary>The root of a document: the only element with a prefix, as the schemas have it.</summary>
    public static XElement Root(XNamespace vosi, string name, params object?[] content) => new(vosi + name,
        Prefix("vosi", vosi),
        Prefix("vs", "http://www.ivoa.net/xml/VODataService/v1.1"),
        Prefix("vr", "http://www.ivoa.net/xml/VOResource/v1.0"),
        Prefix("tr", "http://www.ivoa.net/xml/TAPRegExt/v1.0"),
        Prefix("xsi", SchemaInstance),
        content);
}
