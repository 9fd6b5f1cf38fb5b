using System.Globalization;
using Archive.Tap.Errors;

namespace Archive.Tap.Uploads;

/// <summary>Reads another stream, and refuses to go on beyond the largest size that an uploaded table may have.</summary>
internal sealed class BoundedStream(Stream inner, string tableName, int maximumMegabytes) : Stream
{
    private long left = (long)maximumMegabytes << 20;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="TapException">There is more than the limit.</exception>
    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        left -= read;
        return left >= 0 ? read
            : throw TapException.BadRequest(string.Create(CultureInfo.InvariantCulture, $"UPLOAD {tableName}: the table is larger than {maximumMegabytes} MB, the limit {nameof(TapOptions.MaximumUploadMegabytes)}."));
    }
}
