using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Results;

/// <summary>
/// Sends a result as a response's body. What is written before the first send is held here; after it, bytes go straight into
/// the connection's pipe. A result that is complete before the first send goes out in one write and with its length.
/// </summary>
internal sealed class ResponseOutput(HttpResponse response) : ResultOutput
{
    private readonly PooledBuffer first = new();
    private readonly PipeWriter body = response.BodyWriter;
    private int written;

    public override int Held => HasSent ? written : first.Length;

    public override bool IsSeen => HasSent;

    public override void Advance(int count)
    {
        if (HasSent)
        {
            body.Advance(count);
            written += count;
        }
        else
        {
            first.Advance(count);
        }
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => HasSent ? body.GetMemory(sizeHint) : first.GetMemory(sizeHint);

    public override async ValueTask SendAsync(CancellationToken cancellation)
    {
        if (HasSent)
        {
            Sent += written;
            written = 0;
            await body.FlushAsync(cancellation);
        }
        else
        {
            Sent = first.Length;
            await body.WriteAsync(first.Written, cancellation);
            first.Clear();
        }
    }

    /// <summary>Sends the rest of a complete result.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellation)
    {
        if (!HasSent) response.ContentLength = first.Length;
        return Held > 0 ? SendAsync(cancellation) : ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing) => first.Dispose();
}
