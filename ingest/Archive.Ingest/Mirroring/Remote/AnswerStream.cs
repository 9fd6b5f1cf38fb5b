using Archive.Formats.Streams;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>An answer's bytes as they come over the line: counted, and never waited for too long.</summary>
internal sealed class AnswerStream(Stream inner, TimeSpan patience, Action<int> count, CancellationToken cancellation) : ForwardStream
{
    /// <exception cref="RemotePauseException">The connection broke, or nothing came for too long.</exception>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count), cancellation).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation, cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            var read = await inner.ReadAsync(buffer, timeout.Token);
            count(read);
            return read;
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RemotePauseException($"The remote sent nothing for {patience.TotalSeconds} s within an answer.", inner: error);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw new RemotePauseException($"The connection to the remote broke within an answer: {error.Message}", inner: error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
