using System.Buffers;

namespace Archive.Formats.Streams;

/// <summary>Passes on to a stream what is written to it, part by part.</summary>
internal sealed class StreamOutput(Stream stream) : IBufferWriter<byte>
{
    private byte[] buffer = new byte[64 * 1024];

    public void Advance(int count) => stream.Write(buffer, 0, count);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (buffer.Length < sizeHint) buffer = new byte[sizeHint];
        return buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
