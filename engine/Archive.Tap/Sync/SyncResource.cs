using System.Globalization;
using Archive.Engine;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Operations;
using Archive.Tap.Parameters;
using Archive.Tap.Results;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Sync;

/// <summary>
/// /sync: the answer to a query is its result (TAP 1.1, section 2.1). Nothing is sent before the first rows are there, so a query that
/// can't be answered gives an error status; from then on the rows stream.
/// </summary>
internal sealed class SyncResource(ArchiveEngine engine, TapOptions options, ParameterReader reader)
{
    /// <summary>Says that rows were left out, where the format has no place to say so and it is known before the first byte is sent.</summary>
    public const string OverflowHeader = "X-TAP-Overflow";

    /// <summary>Says how many rows may come at most, where the format has no place to say whether more were left out.</summary>
    public const string MaximumRowsHeader = "X-TAP-MaxRec";

    /// <summary>A client that reads slowly has so much longer than its query to take what the connection holds, the word on its end included.</summary>
    private static readonly TimeSpan LastBytesTimeout = TimeSpan.FromSeconds(30);

    public Resource Resource => new(ServiceAddress.BasePath + "/sync") { Get = AnswerAsync, Post = AnswerAsync };

    private string TimeoutMessage { get; } = string.Create(CultureInfo.InvariantCulture,
        $"The query was stopped: it took longer than the {options.SyncTimeoutSeconds} s that /sync grants. Ask for less, or send it to /async.");

    private async Task AnswerAsync(HttpContext context)
    {
        var report = new QueryReport("sync", ClientAddress.Of(context));
        context.Features.Set(report);
        var parameters = await reader.ReadAsync(context.Request);
        report.Adql = parameters.All("QUERY").FirstOrDefault() ?? "";
        // Results can't be had as JSON, but what is wrong with a query can: it is told before the format is refused.
        if (ErrorResponse.WantsJson(context.Request) && parameters.Single("QUERY") is { } query) engine.Translate(query);
        var request = QueryRequest.Read(parameters, options);
        report.RunId = request.RunId;
        report.Format = request.Format.Format.Name;
        var timeout = TimeSpan.FromSeconds(options.SyncTimeoutSeconds);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        abandon.CancelAfter(timeout + LastBytesTimeout);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(timeout);
        using var result = await QueryResult.StartAsync(engine, request, report, TimeoutMessage, deadline.Token);
        using var output = new ResponseOutput(context.Response);
        context.Response.ContentType = request.Format.ContentType;
        if (!request.Format.Format.TellsStatus) context.Response.Headers[MaximumRowsHeader] = request.MaximumRows.ToString(CultureInfo.InvariantCulture);
        try
        {
            await result.WriteAsync(output, abandon.Token);
        }
        finally
        {
            (report.Rows, report.Bytes, report.IsOverflow) = (result.RowCount, output.Sent + output.Held, result.IsOverflow);
        }

        if (!output.HasSent && result.IsOverflow && !request.Format.Format.TellsStatus) context.Response.Headers[OverflowHeader] = "true";
        await output.CompleteAsync(abandon.Token);
    }
}
