using System.Xml;

namespace Archive.Formats.Votable.Reading;

/// <summary>The bytes that the element a reader is on holds in base64, as a stream. The reader is beyond the element when all are read.</summary>
internal sealed class Base64Content(XmlReader reader) : Stream
{
    private readonly bool isEmpty = reader.IsEmptyElement;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => isEmpty ? 0 : reader.ReadElementContentAsBase64(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
