namespace Archive.Ingest.Mirroring.Remote;

/// <summary>Tries again what fails in passing: after pauses that double, none two alike, and never before the remote wants it.</summary>
internal sealed class Backoff(TimeSpan firstPause, TimeProvider clock)
{
    public const int Attempts = 6;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(15);

    /// <exception cref="IngestException">No attempt succeeded.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> attempt, CancellationToken cancellation)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (RemotePauseException error) when (number < Attempts)
            {
                await Task.Delay(PauseAfter(number, error.RetryAfter, Random.Shared.NextDouble()), clock, cancellation);
            }
            catch (RemotePauseException error)
            {
                throw new IngestException($"{error.Message} Tried {Attempts} times. What was pulled is kept: the same command again goes on from there.", error);
            }
        }
    }

    /// <param name="attempts">How many failed.</param>
    /// <param name="retryAfter">What the remote wants.</param>
    /// <param name="chance">From 0 to 1: takes away up to half, so that clients which were turned away together don't come back together.</param>
    public TimeSpan PauseAfter(int attempts, TimeSpan? retryAfter, double chance)
    {
        if (retryAfter is { } wanted) return wanted < LongestRetryAfter ? wanted : LongestRetryAfter;
        var full = firstPause * Math.Pow(2, attempts - 1);
        return (full < LongestPause ? full : LongestPause) * (1 - (chance / 2));
    }
}
