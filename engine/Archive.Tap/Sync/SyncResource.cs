using System.Globalization;
using Archive.Engine;
using Archive.Tap.Hosting;
using Archive.Tap.Operations;
using Archive.Tap.Parameters;
using Archive.Tap.Results;
using Archive.Tap.Uploads;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Sync;

/// <summary>
/// /sync: the answer to a query is its result (TAP 1.1, section 2.1). Nothing is sent before the first rows are there, so a query that
/// can't be answered gives an error status; from then on the rows stream.
/// </summary>
internal sealed class SyncResource(ArchiveEngine engine, TapOptions options, ServiceAddress address, ParameterReader reader, UploadSources uploadSources)
{
    public Resource Resource => new(ServiceAddress.BasePath + "/sync") { Get = AnswerAsync, Post = AnswerAsync };

    private string TimeoutMessage { get; } = string.Create(CultureInfo.InvariantCulture,
        $"The query was stopped: it took longer than the {options.SyncTimeoutSeconds} s that /sync grants. Ask for less, or send it to /async.");

    private async Task AnswerAsync(HttpContext context)
    {
        var report = new QueryReport("sync", ClientAddress.Of(context));
        context.Features.Set(report);
        var parameters = await reader.ReadAsync(context.Request);
        report.Adql = parameters.All("QUERY").FirstOrDefault() ?? "";
        var request = QueryRequest.Read(parameters, options) with { LinksUrl = address.LinksOf(context.Request) };
        report.RunId = request.RunId;
        report.Format = request.Format.Format.Name;
        using var deadline = new SyncDeadline(options, context.RequestAborted);
        using var uploads = await uploadSources.OpenAsync(request.Uploads, parameters.Inline, TimeoutMessage, deadline.Query);
        using var result = await QueryResult.StartAsync(engine, request, uploads, report, TimeoutMessage, deadline.Query);
        await ResultResponse.SendAsync(result, request, context.Response, deadline.Abandon);
    }
}
