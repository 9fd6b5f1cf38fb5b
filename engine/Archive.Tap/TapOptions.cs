using Microsoft.Extensions.Logging;

namespace Archive.Tap;

/// <summary>How the service is reached and what it grants. Each option is checked when the service is made.</summary>
public sealed record TapOptions
{
    /// <summary>Addresses to listen on, separated by <c>;</c>. Port 0 takes a free one. The default can be reached from this machine only.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>
    /// The address by which clients reach the service, without <c>/TAP</c>, where a proxy stands before it:
    /// <c>https://archive.example.org/koa</c>. Null: the address that each request names.
    /// </summary>
    public string? PublicUrl { get; init; }

    /// <summary>Believe X-Forwarded-Host and X-Forwarded-Proto of a proxy on this machine. Off, since anyone can send them.</summary>
    public bool TrustForwardedHeaders { get; init; }

    /// <summary>Rows of a result without MAXREC, 1 to <see cref="HardMaxRows"/>.</summary>
    public long DefaultMaxRows { get; init; } = 100_000_000;

    /// <summary>Rows of any result at most, 1 or more; a larger MAXREC is cut to it.</summary>
    public long HardMaxRows { get; init; } = 100_000_000;

    /// <summary>Seconds that a query at /sync may take, from its request to its last byte, 1 to 86,400.</summary>
    public int SyncTimeoutSeconds { get; init; } = 600;

    /// <summary>Seconds that a job may run unless its owner asks otherwise, 1 to <see cref="MaximumExecutionDurationSeconds"/>.</summary>
    public int DefaultExecutionDurationSeconds { get; init; } = 3_600;

    /// <summary>Seconds that any job may run, 1 to 2,592,000 (30 days).</summary>
    public int MaximumExecutionDurationSeconds { get; init; } = 86_400;

    /// <summary>Jobs that run at once, 1 or more. Queries at /sync don't count.</summary>
    public int MaximumConcurrentJobs { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Jobs that wait for their turn, 0 or more; further ones are refused with 503.</summary>
    public int MaximumQueuedJobs { get; init; } = 256;

    /// <summary>Jobs that are kept at all, 1 or more; further ones are refused with 503.</summary>
    public int MaximumJobs { get; init; } = 10_000;

    /// <summary>Days after which a job and its result are destroyed unless its owner asks otherwise, 1 to <see cref="MaximumJobRetentionDays"/>.</summary>
    public int JobRetentionDays { get; init; } = 7;

    /// <summary>Days after which any job is destroyed, 1 to 3,650.</summary>
    public int MaximumJobRetentionDays { get; init; } = 90;

    /// <summary>Size of a job's result at most, in megabytes, 1 or more.</summary>
    public int MaximumJobResultMegabytes { get; init; } = 16_384;

    /// <summary>Folder of the jobs; null for the archive's own folder <c>jobs</c>.</summary>
    public string? JobsFolder { get; init; }

    /// <summary>Characters of a QUERY at most, 1 or more.</summary>
    public int MaximumQueryCharacters { get; init; } = 1 << 20;

    /// <summary>Size of a request's body at most, in megabytes, 1 to 1,024.</summary>
    public int MaximumBodyMegabytes { get; init; } = 64;

    /// <summary>Tables that a query may upload at most, 1 to 100.</summary>
    public int MaximumUploadTables { get; init; } = 16;

    /// <summary>Rows of an uploaded table at most, 1 or more.</summary>
    public long MaximumUploadRows { get; init; } = 1_000_000;

    /// <summary>Size of an uploaded table at most, in megabytes, 1 to 1,024. What is sent inline must fit into <see cref="MaximumBodyMegabytes"/>, too.</summary>
    public int MaximumUploadMegabytes { get; init; } = 64;

    /// <summary>
    /// Hosts, separated by <c>,</c>, from which a table may be fetched for a query that uploads it by URL; this machine's loopback addresses may be named
    /// always, no other host unless it is listed here.
    /// </summary>
    public string UploadHosts { get; init; } = "";

    /// <summary>Folder of the files that the rows' <c>filehand</c> names, from which they may be downloaded; null where there are none.</summary>
    public string? ProductsFolder { get; init; }

    /// <summary>Messages below this level aren't logged. A query is one line at Information.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Urls);
        if (PublicUrl is not null && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0))
            throw new ArgumentException($"PublicUrl must be an absolute http or https address without query, not '{PublicUrl}'.");
        RequireRange(DefaultMaxRows, 1, HardMaxRows, nameof(DefaultMaxRows));
        RequireRange(SyncTimeoutSeconds, 1, 86_400, nameof(SyncTimeoutSeconds));
        RequireRange(MaximumExecutionDurationSeconds, 1, 2_592_000, nameof(MaximumExecutionDurationSeconds));
        RequireRange(DefaultExecutionDurationSeconds, 1, MaximumExecutionDurationSeconds, nameof(DefaultExecutionDurationSeconds));
        RequireRange(MaximumConcurrentJobs, 1, int.MaxValue, nameof(MaximumConcurrentJobs));
        RequireRange(MaximumQueuedJobs, 0, int.MaxValue, nameof(MaximumQueuedJobs));
        RequireRange(MaximumJobs, 1, int.MaxValue, nameof(MaximumJobs));
        RequireRange(MaximumJobRetentionDays, 1, 3_650, nameof(MaximumJobRetentionDays));
        RequireRange(JobRetentionDays, 1, MaximumJobRetentionDays, nameof(JobRetentionDays));
        RequireRange(MaximumJobResultMegabytes, 1, int.MaxValue, nameof(MaximumJobResultMegabytes));
        RequireRange(MaximumQueryCharacters, 1, int.MaxValue, nameof(MaximumQueryCharacters));
        RequireRange(MaximumBodyMegabytes, 1, 1_024, nameof(MaximumBodyMegabytes));
        RequireRange(MaximumUploadTables, 1, 100, nameof(MaximumUploadTables));
        RequireRange(MaximumUploadRows, 1, long.MaxValue, nameof(MaximumUploadRows));
        RequireRange(MaximumUploadMegabytes, 1, 1_024, nameof(MaximumUploadMegabytes));
    }

    private static void RequireRange(long value, long smallest, long largest, string name)
    {
        if (value < smallest || value > largest)
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}, but must be {smallest} to {largest}."));
    }
}
