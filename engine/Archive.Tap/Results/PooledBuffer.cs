using System.Buffers;

namespace Archive.Tap.Results;

/// <summary>Bytes that grow as they are written, in an array that goes back to the pool.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialCapacity = 16 * 1024;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(InitialCapacity);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(bytes.Length - Length), nameof(count));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoomFor(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Clear() => Length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    private void EnsureRoomFor(int count)
    {
        if (bytes.Length - Length >= count) return;
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(2 * bytes.Length, Length + count)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
