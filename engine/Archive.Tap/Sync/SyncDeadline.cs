namespace Archive.Tap.Sync;

/// <summary>How long an answer that is sent as it is made may take.</summary>
internal sealed class SyncDeadline : IDisposable
{
    /// <summary>A client that reads slowly has so much longer than its query to take what the connection holds, the word on its end included.</summary>
    private static readonly TimeSpan LastBytesTimeout = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource query;
    private readonly CancellationTokenSource abandon;

    /// <param name="options">How long a query may take.</param>
    /// <param name="gone">Cancelled when the client goes away.</param>
    public SyncDeadline(TapOptions options, CancellationToken gone)
    {
        var timeout = TimeSpan.FromSeconds(options.SyncTimeoutSeconds);
        query = CancellationTokenSource.CreateLinkedTokenSource(gone);
        query.CancelAfter(timeout);
        abandon = CancellationTokenSource.CreateLinkedTokenSource(gone);
        abandon.CancelAfter(timeout + LastBytesTimeout);
    }

    /// <summary>Cancelled when the query must stop; its document can still be ended.</summary>
    public CancellationToken Query => query.Token;

    /// <summary>Cancelled when nothing more is written.</summary>
    public CancellationToken Abandon => abandon.Token;

    public void Dispose()
    {
        query.Dispose();
        abandon.Dispose();
    }
}
