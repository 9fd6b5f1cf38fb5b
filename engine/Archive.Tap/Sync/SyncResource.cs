using System.Diagnostics;
using System.Globalization;
using Archive.Engine;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;
using Archive.Tap.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Sync;

/// <summary>
/// /sync: the answer to a query is its result (TAP 1.1, section 2.1). Nothing is sent before the first rows are there, so a query that
/// can't be answered gives an error status; from then on the rows stream.
/// </summary>
internal sealed class SyncResource(ArchiveEngine engine, TapOptions options, ServiceAddress address, ParameterReader reader, ILogger logger)
{
    /// <summary>A client that reads slowly has so much longer than its query to take what the connection holds, the word on its end included.</summary>
    private static readonly TimeSpan LastBytesTimeout = TimeSpan.FromSeconds(30);

    public Resource Resource => new(ServiceAddress.BasePath + "/sync") { Get = AnswerAsync, Post = AnswerAsync };

    private string TimeoutMessage { get; } = string.Create(CultureInfo.InvariantCulture,
        $"The query was stopped: it took longer than the {options.SyncTimeoutSeconds} s that /sync grants. Ask for less, or send it to /async.");

    private async Task AnswerAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        var parameters = await reader.ReadAsync(context.Request);
        var request = QueryRequest.Read(parameters, options) with { LinksUrl = address.LinksOf(context.Request) };
        var timeout = TimeSpan.FromSeconds(options.SyncTimeoutSeconds);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        abandon.CancelAfter(timeout + LastBytesTimeout);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(timeout);
        using var result = await QueryResult.StartAsync(engine, request, TimeoutMessage, deadline.Token);
        using var output = new ResponseOutput(context.Response);
        context.Response.ContentType = request.Format.ContentType;
        var status = request.Format.Format.TellsStatus ? null : new StatusHeaders(context.Response, request.MaximumRows);
        await result.WriteAsync(output, abandon.Token);
        status?.Tell(result.IsOverflow);
        await output.CompleteAsync(abandon.Token);
        logger.QueryAnswered("sync", result.RowCount, output.Sent, Stopwatch.GetElapsedTime(start).TotalMilliseconds, result.IsOverflow, request.RunId, request.Adql);
    }
}
