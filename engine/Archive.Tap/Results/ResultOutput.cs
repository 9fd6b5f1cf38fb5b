using System.Buffers;

namespace Archive.Tap.Results;

/// <summary>Where a result's bytes go. They are held until <see cref="SendAsync"/>, so that until then the answer can still become another.</summary>
internal abstract class ResultOutput : IBufferWriter<byte>, IDisposable
{
    /// <summary>As many bytes are worth sending before the result is complete.</summary>
    public const int SendThreshold = 64 * 1024;

    /// <summary>Bytes that are written but not sent.</summary>
    public abstract int Held { get; }

    /// <summary>Bytes sent so far.</summary>
    public long Sent { get; protected set; }

    public bool HasSent => Sent > 0;

    /// <summary>True where somebody may have seen what was sent, so that an error can only be told behind it.</summary>
    public abstract bool IsSeen { get; }

    public abstract void Advance(int count);

    public abstract Memory<byte> GetMemory(int sizeHint = 0);

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Sends what is held; ends only when the receiver has room for more.</summary>
    public abstract ValueTask SendAsync(CancellationToken cancellation);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
