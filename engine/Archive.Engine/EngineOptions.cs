namespace Archive.Engine;

/// <summary>Bounds within which the engine works. Each is checked when the engine opens.</summary>
public sealed record EngineOptions
{
    /// <summary>Memory that DuckDB may use to answer queries, in megabytes, 64 or more. What doesn't fit is spilled to the store's folder.</summary>
    public int MemoryLimitMegabytes { get; init; } = 200;

    /// <summary>Memory that DuckDB may use while a table is loaded whole, before any query is answered, in megabytes, 64 or more. A table of hundreds of columns needs most.</summary>
    public int LoadMemoryLimitMegabytes { get; init; } = 512;

    /// <summary>Threads that work on queries, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Queries that run at once, 1 or more; further ones wait for their turn.</summary>
    public int MaximumConcurrentQueries { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>Queries that may wait, 0 or more; further ones are refused.</summary>
    public int MaximumWaitingQueries { get; init; } = 256;

    /// <summary>Folder of the query store; null for the archive's own folder <c>store</c>.</summary>
    public string? StoreFolder { get; init; }

    /// <summary>How often the engine looks for a new manifest; null never.</summary>
    public TimeSpan? RefreshInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MemoryLimitMegabytes, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(LoadMemoryLimitMegabytes, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumConcurrentQueries, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumWaitingQueries);
    }
}
