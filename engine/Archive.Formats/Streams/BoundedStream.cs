namespace Archive.Formats.Streams;

/// <summary>Reads another stream, which goes with it, and refuses to go on beyond a number of bytes: what is sent may have no end, and a few packed bytes may become any number.</summary>
/// <param name="inner">The stream.</param>
/// <param name="maximumBytes">How many bytes it may have.</param>
/// <param name="tooLong">What is thrown where it has more.</param>
public sealed class BoundedStream(Stream inner, long maximumBytes, Func<Exception> tooLong) : ForwardStream
{
    private long left = maximumBytes;

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await inner.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        left -= read;
        return left >= 0 ? read : throw tooLong();
    }
}
