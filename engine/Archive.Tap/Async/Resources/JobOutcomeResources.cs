using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Results;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Async.Resources;

/// <summary>What came of a job: its result's file, or the document that says why there is none (TAP 1.1, sections 2.2.2 and 3.3).</summary>
internal sealed class JobOutcomeResources(JobRequests requests)
{
    public IEnumerable<Resource> Resources =>
    [
        new Resource(JobRequests.JobPattern + "/results/result") { Get = SendResultAsync },
        new Resource(JobRequests.JobPattern + "/error") { Get = ShowErrorAsync },
    ];

    private Task SendResultAsync(HttpContext context)
    {
        var job = requests.JobOf(context);
        var record = job.Record;
        if (record.Result is not { } result)
        {
            // Clients that look for a failed job's result find the reason here.
            throw TapException.NotFound(record.Error?.Message ?? $"The job has no result: it is {record.Phase.Word()}.");
        }

        if (result.IsOverflow) context.Response.Headers[StatusHeaders.Overflow] = "true";
        return FileAnswer.SendAsync(context, job.Folder.FileOf(result), result.ContentType, record.EndTime, record.Id);
    }

    private Task ShowErrorAsync(HttpContext context)
    {
        var record = requests.JobOf(context).Record;
        return record.Error is { } error
            ? ErrorResponse.WriteDocumentAsync(context.Response, error.Message)
            : throw TapException.NotFound($"The job has no error: it is {record.Phase.Word()}.");
    }
}
