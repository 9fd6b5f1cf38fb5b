using System.Globalization;
using System.Xml;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>What a service says of itself that matters for pulling from it (TAPRegExt 1.0); of one that says nothing, nothing is known.</summary>
/// <param name="RowLimit">Rows of a result at most.</param>
/// <param name="Binary2">The media type by which it writes VOTables with BINARY2, which tells null from empty and NaN.</param>
internal sealed record RemoteCapabilities(long? RowLimit, string? Binary2)
{
    private const long LongestDocument = 8 << 20;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestDocument };

    public static RemoteCapabilities Unknown { get; } = new(null, null);

    /// <exception cref="XmlException">It isn't well-formed XML.</exception>
    public static RemoteCapabilities Read(Stream document)
    {
        using var xml = XmlReader.Create(document, Settings);
        var (limit, binary2, isInLimit) = ((long?)null, (string?)null, false);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "outputLimit") isInLimit = false;
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "outputLimit":
                    isInLimit = true;
                    break;
                case "hard" when isInLimit && xml.GetAttribute("unit") is null or "row":
                    limit ??= long.TryParse(TextOf(xml), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0 ? rows : null;
                    break;
                case "mime":
                    var mime = TextOf(xml);
                    if (mime.Contains("x-votable+xml", StringComparison.OrdinalIgnoreCase) && mime.Contains("serialization=BINARY2", StringComparison.OrdinalIgnoreCase)) binary2 ??= mime;
                    break;
            }
        }

        return new RemoteCapabilities(limit, binary2);
    }

    private static string TextOf(XmlReader xml) => xml.IsEmptyElement || !xml.Read() || xml.NodeType != XmlNodeType.Text ? "" : xml.Value.Trim();
}
