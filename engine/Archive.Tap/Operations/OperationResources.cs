using System.Text.Json;
using Archive.Engine;
using Archive.Tap.Hosting;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Operations;

/// <summary>What those who run the service watch: /health, and /metrics unless it is turned off.</summary>
internal sealed class OperationResources(ArchiveEngine engine, TapOptions options, string jobsFolder, ServiceMonitor monitor)
{
    private const string MetricsType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>With less room than this, jobs will fail soon.</summary>
    private const long LeastFreeBytes = 64L << 20;

    public IEnumerable<Resource> Resources =>
    [
        new Resource("/health") { Get = ShowHealthAsync },
        .. options.Metrics ? [new Resource("/metrics") { Get = ShowMetricsAsync }] : Array.Empty<Resource>(),
    ];

    /// <summary>200 while queries can be answered, else 503. A manifest that can't be taken and a disk that is nearly full are told with 200: queries go on.</summary>
    private async Task ShowHealthAsync(HttpContext context)
    {
        var storeProblem = StoreProblem();
        var free = new DriveInfo(jobsFolder).AvailableFreeSpace;
        var isWell = storeProblem is null && engine.RefreshProblem is null && free >= LeastFreeBytes;
        context.Response.StatusCode = storeProblem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new
        {
            status = storeProblem is not null ? "failing" : isWell ? "well" : "degraded",
            store = storeProblem ?? "readable",
            refresh_problem = engine.RefreshProblem,
            free_disk_megabytes = free >> 20,
            queries_running = engine.RunningQueries,
            queries_waiting = engine.WaitingQueries,
            snapshot = engine.Current.ManifestNumbers,
        }), context.RequestAborted);
    }

    private string? StoreProblem()
    {
        try
        {
            engine.Probe();
            return null;
        }
        catch (QueryException error)
        {
            return error.Message;
        }
    }

    private async Task ShowMetricsAsync(HttpContext context)
    {
        using var text = new MemoryStream();
        await monitor.WriteAsync(text, context.RequestAborted);
        context.Response.ContentType = MetricsType;
        context.Response.ContentLength = text.Length;
        await context.Response.Body.WriteAsync(text.GetBuffer().AsMemory(0, (int)text.Length), context.RequestAborted);
    }
}
