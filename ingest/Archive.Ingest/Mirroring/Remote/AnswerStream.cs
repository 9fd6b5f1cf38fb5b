namespace Archive.Ingest.Mirroring.Remote;

/// <summary>An answer's bytes as they come over the line: counted, and never waited for too long.</summary>
internal sealed class AnswerStream(Stream inner, TimeSpan patience, Action<int> count, CancellationToken cancellation) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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
}
