using System.Buffers;

namespace Archive.Bench.Data;

/// <summary>Takes bytes, counts them and forgets them: what writing costs without a socket or a disk.</summary>
internal sealed class CountingOutput : IBufferWriter<byte>
{
    private byte[] buffer = new byte[64 * 1024];

    public long Length { get; private set; }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (buffer.Length < sizeHint) buffer = new byte[sizeHint];
        return buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
