using System.Xml;
using Archive.Formats.Streams;

namespace Archive.Formats.Votable.Reading;

/// <summary>The bytes that the element a reader is on holds in base64, as a stream. The reader is beyond the element when all are read.</summary>
internal sealed class Base64Content(XmlReader reader) : ForwardStream
{
    private readonly bool isEmpty = reader.IsEmptyElement;

    public override int Read(byte[] buffer, int offset, int count) => isEmpty ? 0 : reader.ReadElementContentAsBase64(buffer, offset, count);
}
