using Archive.Engine.Options;

namespace Archive.Engine;

/// <summary>Bounds within which the engine works. Each is checked when the engine opens.</summary>
public sealed record EngineOptions
{
    /// <summary>Memory that DuckDB may use to answer queries. What doesn't fit is spilled to the store's folder.</summary>
    [Option("Memory that DuckDB may use to answer queries; what doesn't fit is spilled to the store's folder.", Unit = "MB", Minimum = 64)]
    public int MemoryLimitMegabytes { get; init; } = 128;

    /// <summary>Memory that DuckDB may use while new rows are loaded. A table of hundreds of columns needs most.</summary>
    [Option("Memory that DuckDB may use while new rows are loaded; tables of hundreds of columns need most.", Unit = "MB", Minimum = 64)]
    public int LoadMemoryLimitMegabytes { get; init; } = 512;

    /// <summary>Threads that work on queries.</summary>
    [Option("Threads that work on queries. By default as many as the machine has processors.", Unit = "threads", Minimum = 1)]
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Queries that run at once, those of jobs included; further ones wait for their turn.</summary>
    [Option("Queries that run at once, those of jobs included; further ones wait. By default four for each processor.", Unit = "queries", Minimum = 1)]
    public int MaximumConcurrentQueries { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>Queries of one client that run at once, at /sync and as jobs together: the other places are for the next client.</summary>
    [Option("Queries of one client that run at once; the other places are kept for the next client. By default three for each processor.", Unit = "queries", Minimum = 1)]
    public int MaximumQueriesPerClient { get; init; } = 3 * Environment.ProcessorCount;

    /// <summary>Queries that may wait, of which one client may have three quarters; further ones are refused.</summary>
    [Option("Queries that may wait, three quarters of them one client's; further ones are refused with 503.", Unit = "queries", Minimum = 0)]
    public int MaximumWaitingQueries { get; init; } = 256;

    /// <summary>Folder of the query store; null for the archive's own folder <c>store</c>.</summary>
    [Option("Folder of the query store. By default 'store' in the archive's folder.", Unit = "folder")]
    public string? StoreFolder { get; init; }

    /// <summary>How often the engine looks for a new manifest; null never.</summary>
    [Option("How often the server looks for newly ingested rows.", Unit = "hh:mm:ss")]
    public TimeSpan? RefreshInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public void Validate()
    {
        OptionRanges.Check(this);
        if (RefreshInterval is { } interval && interval < TimeSpan.FromMilliseconds(1)) throw new ArgumentOutOfRangeException(nameof(RefreshInterval), $"RefreshInterval is {interval}, but must be more than 0.");
    }
}
