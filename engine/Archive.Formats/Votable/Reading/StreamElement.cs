using Archive.Formats.Reading;

namespace Archive.Formats.Votable.Reading;

/// <summary>STREAM: bytes within the document (VOTable 1.4, section 5.3).</summary>
internal static class StreamElement
{
    /// <summary>Goes to the STREAM in the element that the reader is on, and gives its bytes; null where there is none.</summary>
    /// <exception cref="TableReadException">They are elsewhere, or encoded in a way that isn't read.</exception>
    public static Stream? Open(VotableXml xml)
    {
        if (xml.Reader.IsEmptyElement) return null;
        for (var depth = xml.Reader.Depth; xml.ToChild(depth); xml.Skip())
        {
            if (!xml.Is("STREAM")) continue;
            if (xml.Attribute("href") is not null) throw new TableReadException("The VOTable's STREAM is in another file ('href'), which isn't fetched. Write its bytes into the VOTable, in base64.");
            var encoding = xml.Attribute("encoding") ?? "base64";
            // What is packed within the document would be bounded by nothing: only the document's own bytes are counted.
            if (encoding != "base64") throw new TableReadException($"The VOTable's STREAM has the encoding '{encoding}', which isn't read. Use base64.");
            return new Base64Content(xml.Reader);
        }

        return null;
    }
}
