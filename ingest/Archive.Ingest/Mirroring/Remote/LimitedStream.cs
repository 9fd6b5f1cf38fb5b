using System.Globalization;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>Reads an answer, unpacked as it is, and goes no further than an answer may be long: a remote may send for ever, and a few packed bytes may become any number.</summary>
internal sealed class LimitedStream(Stream inner, long maximumBytes) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IngestException">There is more than the limit.</exception>
    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Counted(int read)
    {
        _read += read;
        return _read <= maximumBytes ? read
            : throw new IngestException(string.Create(CultureInfo.InvariantCulture, $"An answer of the remote is longer than {maximumBytes >> 20} MB. Ask for fewer rows at once: --rows-per-job N, or for fewer columns: --columns NAMES."));
    }
}
