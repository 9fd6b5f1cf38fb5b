using Archive.Engine.Options;
using Microsoft.Extensions.Logging;

namespace Archive.Tap;

/// <summary>How the service is reached and what it grants. Each option is checked when the service is made.</summary>
public sealed record TapOptions
{
    /// <summary>Addresses to listen on, separated by <c>;</c>. Port 0 takes a free one. The default can be reached from this machine only.</summary>
    [Option("Addresses to listen on, separated by ';'. Port 0 takes a free one. The default can be reached from this machine only.", Unit = "URLs")]
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>
    /// The address by which clients reach the service, without <c>/TAP</c>, where a proxy stands before it:
    /// <c>https://archive.example.org/koa</c>. Null: the address that each request names.
    /// </summary>
    [Option("Address by which clients reach the service, without /TAP, where a proxy stands before it. By default what each request names.", Unit = "URL")]
    public string? PublicUrl { get; init; }

    /// <summary>Believe X-Forwarded-For, -Host, -Proto and -Prefix of a proxy on this machine. Off, since anyone can send them.</summary>
    [Option("Believe X-Forwarded-For, -Host, -Proto and -Prefix of a proxy on this machine.", Unit = "true or false")]
    public bool TrustForwardedHeaders { get; init; }

    /// <summary>Rows of a result without MAXREC.</summary>
    [Option("Rows of a result without MAXREC.", Unit = "rows", Minimum = 1, NotAbove = nameof(HardMaxRows))]
    public long DefaultMaxRows { get; init; } = 100_000_000;

    /// <summary>Rows of any result at most; a larger MAXREC is cut to it.</summary>
    [Option("Rows of any result at most; a larger MAXREC is cut to it.", Unit = "rows", Minimum = 1)]
    public long HardMaxRows { get; init; } = 100_000_000;

    /// <summary>Time that a query at /sync may take, from its request to its last byte.</summary>
    [Option("Time that a query at /sync may take, from its request to its last byte.", Unit = "s", Minimum = 1, Maximum = 86_400)]
    public int SyncTimeoutSeconds { get; init; } = 600;

    /// <summary>Time that a job may run unless its owner asks otherwise.</summary>
    [Option("Time that a job may run unless its owner asks otherwise.", Unit = "s", Minimum = 1, NotAbove = nameof(MaximumExecutionDurationSeconds))]
    public int DefaultExecutionDurationSeconds { get; init; } = 3_600;

    /// <summary>Time that any job may run.</summary>
    [Option("Time that any job may run.", Unit = "s", Minimum = 1, Maximum = 2_592_000)]
    public int MaximumExecutionDurationSeconds { get; init; } = 86_400;

    /// <summary>Jobs that run at once. Queries at /sync don't count. More jobs than processors finish no sooner, and whoever waits at /sync feels each of them.</summary>
    [Option("Jobs that run at once. By default one for each processor and one more.", Unit = "jobs", Minimum = 1)]
    public int MaximumConcurrentJobs { get; init; } = Environment.ProcessorCount + 1;

    /// <summary>Jobs of one client that run at once: the other turns are for the next client.</summary>
    [Option("Jobs of one client that run at once; the other turns are kept for the next client. By default one for each processor.", Unit = "jobs", Minimum = 1)]
    public int MaximumJobsPerClient { get; init; } = Environment.ProcessorCount;

    /// <summary>Jobs that wait for their turn, of which one client may have three quarters; further ones are refused with 503.</summary>
    [Option("Jobs that wait for their turn, three quarters of them one client's; further ones are refused with 503.", Unit = "jobs", Minimum = 0)]
    public int MaximumQueuedJobs { get; init; } = 256;

    /// <summary>Jobs that are kept at all; further ones are refused with 503.</summary>
    [Option("Jobs that are kept at all; further ones are refused with 503.", Unit = "jobs", Minimum = 1)]
    public int MaximumJobs { get; init; } = 10_000;

    /// <summary>Time after which a job and its result are destroyed unless its owner asks otherwise.</summary>
    [Option("Time after which a job and its result are destroyed unless its owner asks otherwise.", Unit = "days", Minimum = 1, NotAbove = nameof(MaximumJobRetentionDays))]
    public int JobRetentionDays { get; init; } = 7;

    /// <summary>Time after which any job is destroyed.</summary>
    [Option("Time after which any job is destroyed.", Unit = "days", Minimum = 1, Maximum = 3_650)]
    public int MaximumJobRetentionDays { get; init; } = 90;

    /// <summary>Size of a job's result at most.</summary>
    [Option("Size of a job's result at most.", Unit = "MB", Minimum = 1)]
    public int MaximumJobResultMegabytes { get; init; } = 16_384;

    /// <summary>Folder of the jobs; null for the archive's own folder <c>jobs</c>.</summary>
    [Option("Folder of the jobs. By default 'jobs' in the archive's folder.", Unit = "folder")]
    public string? JobsFolder { get; init; }

    /// <summary>Characters of a QUERY at most.</summary>
    [Option("Length of a QUERY at most.", Unit = "characters", Minimum = 1)]
    public int MaximumQueryCharacters { get; init; } = 1 << 20;

    /// <summary>Size of a request's body at most.</summary>
    [Option("Size of a request's body at most.", Unit = "MB", Minimum = 1, Maximum = 1_024)]
    public int MaximumBodyMegabytes { get; init; } = 64;

    /// <summary>Tables that a query may upload at most.</summary>
    [Option("Tables that a query may upload at most.", Unit = "tables", Minimum = 1, Maximum = 100)]
    public int MaximumUploadTables { get; init; } = 16;

    /// <summary>Rows of an uploaded table at most.</summary>
    [Option("Rows of an uploaded table at most.", Unit = "rows", Minimum = 1)]
    public long MaximumUploadRows { get; init; } = 1_000_000;

    /// <summary>Size of an uploaded table at most. What is sent inline must fit into <see cref="MaximumBodyMegabytes"/>, too.</summary>
    [Option("Size of an uploaded table at most; what is sent inline must fit into the body's limit, too.", Unit = "MB", Minimum = 1, Maximum = 1_024)]
    public int MaximumUploadMegabytes { get; init; } = 64;

    /// <summary>
    /// Hosts, separated by <c>,</c>, from which a table may be fetched for a query that uploads it by URL; this machine's loopback addresses may be named
    /// always, no other host unless it is listed here.
    /// </summary>
    [Option("Hosts, separated by ',', from which a table may be fetched for a query; this machine's loopback addresses may be named always.", Unit = "hosts")]
    public string UploadHosts { get; init; } = "";

    /// <summary>Folder of the files that the rows' <c>filehand</c> names, from which they may be downloaded; null where there are none.</summary>
    [Option("Folder of the files that the rows' filehand names, from which they may be downloaded.", Unit = "folder")]
    public string? ProductsFolder { get; init; }

    /// <summary>Whose answers are compressed, of those who ask for it with Accept-Encoding.</summary>
    [Option("Whose answers are gzipped, of those who ask for it: nobody's, those of clients on other machines, or everybody's.", Unit = "Never, Remote or Always")]
    public Compression Compression { get; init; } = Compression.Remote;

    /// <summary>Serve /metrics, in Prometheus' text format.</summary>
    [Option("Serve /metrics in Prometheus' text format.", Unit = "true or false")]
    public bool Metrics { get; init; } = true;

    /// <summary>Messages below this level aren't logged. A query is one line at Information.</summary>
    [Option("Messages below this level aren't logged. A query is one line at Information.", Unit = "Trace to None")]
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>How a line of the log looks.</summary>
    [Option("How the log is written: a line of text, or a line of JSON.", Unit = "Text or Json")]
    public LogFormat LogFormat { get; init; } = LogFormat.Text;

    /// <exception cref="ArgumentException">An option is out of its range; the exception's parameter names it.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Urls)) throw new ArgumentException("Urls is empty. It takes addresses to listen on, such as http://127.0.0.1:8080.", nameof(Urls));
        if (PublicUrl is not null && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0))
            throw new ArgumentException($"PublicUrl must be an absolute http or https address without query, not '{PublicUrl}'.", nameof(PublicUrl));
        OptionRanges.Check(this);
    }
}

/// <summary>Whose answers are compressed.</summary>
public enum Compression
{
    Never,

    /// <summary>Those of clients on other machines: over the loopback interface compression only costs.</summary>
    Remote,

    Always,
}

/// <summary>How a line of the log looks.</summary>
public enum LogFormat
{
    Text,
    Json,
}
