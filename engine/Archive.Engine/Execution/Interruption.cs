using Archive.DuckDb;

namespace Archive.Engine.Execution;

/// <summary>
/// Stops a connection's query when a token is cancelled. DuckDB forgets an interrupt that comes before a query has begun, so it is
/// repeated until disposed; after that none comes any more, and the connection can serve the next query.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private readonly DuckDbConnection connection;
    private readonly CancellationTokenRegistration registration;
    private Timer? timer;
    private bool isDisposed;

    public Interruption(DuckDbConnection connection, CancellationToken cancellation)
    {
        this.connection = connection;
        registration = cancellation.UnsafeRegister(static state => ((Interruption)state!).Begin(), this);
    }

    public void Dispose()
    {
        registration.Dispose();
        lock (gate)
        {
            isDisposed = true;
            timer?.Dispose();
        }
    }

    private void Begin()
    {
        lock (gate)
        {
            if (!isDisposed) timer = new Timer(static state => ((Interruption)state!).Interrupt(), this, TimeSpan.Zero, Period);
        }
    }

    private void Interrupt()
    {
        lock (gate)
        {
            if (!isDisposed) connection.Interrupt();
        }
    }
}
