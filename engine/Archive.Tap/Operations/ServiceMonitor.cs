using System.Globalization;
using Archive.Engine;
using Archive.Tap.Async;
using Archive.Tap.Async.Store;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace Archive.Tap.Operations;

/// <summary>Keeps what a monitor wants to know, and logs each query in one line. Labels have few values, so that no client can make them many.</summary>
internal sealed class ServiceMonitor
{
    /// <summary>Characters of a query that the log shows.</summary>
    private const int LoggedQueryCharacters = 1_000;

    private static readonly double[] SecondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];

    private readonly CollectorRegistry registry = Metrics.NewCustomRegistry();
    private readonly ILogger logger;
    private readonly Counter requests;
    private readonly Counter rows;
    private readonly Counter bytes;
    private readonly Histogram seconds;

    public ServiceMonitor(ArchiveEngine engine, JobStore jobs, ILogger logger)
    {
        this.logger = logger;
        DotNetStats.Register(registry);
        var factory = Metrics.WithCustomRegistry(registry);
        requests = factory.CreateCounter("archive_requests_total", "Requests answered, by resource and status; 499 where the client went away.", "resource", "status");
        rows = factory.CreateCounter("archive_result_rows_total", "Rows of results, by format.", "format");
        bytes = factory.CreateCounter("archive_result_bytes_total", "Bytes of results before compression, by format.", "format");
        seconds = factory.CreateHistogram("archive_query_seconds", "Time that queries took, their wait included.", ["resource"], new HistogramConfiguration { Buckets = SecondsBuckets });
        Observe(factory.CreateGauge("archive_queries_running", "Queries that run."), () => engine.RunningQueries);
        Observe(factory.CreateGauge("archive_queries_waiting", "Queries that wait for a place."), () => engine.WaitingQueries);
        var start = DateTimeOffset.UtcNow;
        Observe(factory.CreateGauge("archive_uptime_seconds", "Time since the service was made."), () => (DateTimeOffset.UtcNow - start).TotalSeconds);
        var phases = factory.CreateGauge("archive_jobs", "Jobs that are kept, by phase.", "phase");
        registry.AddBeforeCollectCallback(() => CountJobs(phases, jobs));
    }

    public void CountRequest(string resource, int statusCode) => requests.WithLabels(resource, statusCode.ToString(CultureInfo.InvariantCulture)).Inc();

    /// <summary>Tells of a query that has ended.</summary>
    public void Tell(QueryReport report)
    {
        seconds.WithLabels(JobId.TryParse(report.Resource, out _) ? "async" : report.Resource).Observe(report.Total.TotalSeconds);
        if (report.Format.Length > 0)
        {
            rows.WithLabels(report.Format).Inc(report.Rows);
            bytes.WithLabels(report.Format).Inc(report.Bytes);
        }

        logger.QueryEnded(report.Resource, report.StatusCode, report.Client, report.RunId ?? "", report.Format, report.Rows, report.Bytes, report.IsOverflow,
            Milliseconds(report.Wait), Milliseconds(report.Translation), Milliseconds(report.FirstRows), Milliseconds(report.Writing), Milliseconds(report.Total), OneLine(report.Problem), OneLine(report.Adql));
    }

    public Task WriteAsync(Stream output, CancellationToken cancellation) => registry.CollectAndExportAsTextAsync(output, cancellation);

    private void Observe(Gauge gauge, Func<double> value) => registry.AddBeforeCollectCallback(() => gauge.Set(value()));

    private static void CountJobs(Gauge gauge, JobStore jobs)
    {
        var counts = jobs.All.CountBy(job => job.Record.Phase).ToDictionary();
        foreach (var phase in Enum.GetValues<JobPhase>()) gauge.WithLabels(phase.Word()).Set(counts.GetValueOrDefault(phase));
    }

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);

    /// <summary>A text of the user's can't make a line of its own.</summary>
    private static string OneLine(string text)
    {
        if (text.Length > LoggedQueryCharacters) text = text[..LoggedQueryCharacters] + "...";
        return string.Create(text.Length, text, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
    }
}
