using System.Buffers;

namespace Archive.Formats.Streams;

/// <summary>A stream that can only be written to, and hands everything on at once until it is detached.</summary>
internal sealed class OutputStream(IBufferWriter<byte> output) : Stream
{
    private IBufferWriter<byte>? output = output;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => output?.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => output?.Write(buffer.AsSpan(offset, count));

    /// <summary>From now on what is written is dropped.</summary>
    public void Detach() => output = null;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
