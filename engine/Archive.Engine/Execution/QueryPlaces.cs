namespace Archive.Engine.Execution;

/// <summary>Lets a bounded number of queries run at once and a bounded number wait, first come first served.</summary>
internal sealed class QueryPlaces(int maximumRunning, int maximumWaiting) : IDisposable
{
    private readonly SemaphoreSlim running = new(maximumRunning, maximumRunning);
    private int waiting;

    /// <exception cref="QueryException">Too many wait already, or the token was cancelled while waiting.</exception>
    public async ValueTask EnterAsync(CancellationToken cancellation)
    {
        if (running.Wait(0, CancellationToken.None)) return;
        if (Interlocked.Increment(ref waiting) > maximumWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new QueryException(QueryFailure.Busy, "Too many queries are running and waiting. Ask again in a moment.");
        }

        try
        {
            await running.WaitAsync(cancellation);
        }
        catch (OperationCanceledException error)
        {
            throw QueryFailures.From(error);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Leave() => running.Release();

    public void Dispose() => running.Dispose();
}
