using Archive.Formats.Streams;

namespace Archive.Formats.Reading;

/// <summary>A stream that is read from its beginning though its first bytes were looked at. Disposed, it leaves the stream open.</summary>
public sealed class PeekedStream : ForwardStream
{
    private readonly Stream inner;
    private readonly byte[] start;
    private int given;

    private PeekedStream(Stream inner, byte[] start)
    {
        this.inner = inner;
        this.start = start;
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Start => start;

    /// <summary>Looks at so many bytes, or fewer where there are no more.</summary>
    public static PeekedStream Of(Stream stream, int count)
    {
        var start = new byte[count];
        return new PeekedStream(stream, start[..stream.ReadAtLeast(start, count, throwOnEndOfStream: false)]);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (given == start.Length) return inner.Read(buffer);
        var count = Math.Min(buffer.Length, start.Length - given);
        start.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }
}
