using System.Globalization;
using Archive.Tap.Async.Store;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Async.Resources;

/// <summary>The children of a job that are one value each: as plain text, the same as in the job's document (UWS 1.1, section 2.2.2.3).</summary>
internal sealed class JobDetailResources(JobRequests requests, JobControl control, TapOptions options, TimeProvider time)
{
    public IEnumerable<Resource> Resources =>
    [
        Detail("phase", record => record.Phase.Word()) with { Post = ChangePhaseAsync },
        Detail("executionduration", record => record.ExecutionDurationSeconds.ToString(CultureInfo.InvariantCulture)) with { Post = ChangeDurationAsync },
        Detail("destruction", record => UwsTime.Write(record.Destruction)) with { Post = ChangeDestructionAsync },
        Detail("quote", _ => ""),
        Detail("owner", _ => ""),
        new Resource(JobRequests.JobPattern + "/parameters") { Get = ShowParametersAsync, Post = ChangeParametersAsync },
        new Resource(JobRequests.JobPattern + "/results") { Get = ShowResultsAsync },
    ];

    private Resource Detail(string name, Func<JobRecord, string> value) => new($"{JobRequests.JobPattern}/{name}")
    {
        Get = context => JobRequests.WriteTextAsync(context, value(requests.JobOf(context).Record)),
    };

    private async Task ChangePhaseAsync(HttpContext context)
    {
        var job = requests.JobOf(context);
        var phase = JobControl.ReadPhase(await requests.ReadAsync(context)) ?? throw TapException.BadRequest("PHASE is missing. It takes RUN or ABORT.");
        await control.ApplyAsync(job, phase, context);
        await requests.GoTo(job, context);
    }

    /// <summary>0 and what is more than the service grants become the most that it grants.</summary>
    private async Task ChangeDurationAsync(HttpContext context)
    {
        var job = requests.JobOf(context);
        if (!int.TryParse((await requests.ReadAsync(context)).Single("EXECUTIONDURATION"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            throw TapException.BadRequest("EXECUTIONDURATION takes a number of seconds, 0 or more; 0 asks for as long as this service grants.");
        var most = options.MaximumExecutionDurationSeconds;
        RequirePending(job, job.TryChange(record => record.Phase == JobPhase.Pending ? record with { ExecutionDurationSeconds = seconds == 0 ? most : Math.Min(seconds, most) } : null));
        await requests.GoTo(job, context);
    }

    private async Task ChangeDestructionAsync(HttpContext context)
    {
        var job = requests.JobOf(context);
        if (!UwsTime.TryRead((await requests.ReadAsync(context)).Single("DESTRUCTION") ?? "", out var wanted))
            throw TapException.BadRequest("DESTRUCTION takes an instant such as 2026-01-31T12:00:00Z.");
        var latest = time.GetUtcNow().AddDays(options.MaximumJobRetentionDays);
        job.TryChange(record => record with { Destruction = wanted < latest ? wanted : latest });
        await requests.GoTo(job, context);
    }

    private Task ShowParametersAsync(HttpContext context) => XmlDocuments.WriteAsync(context.Response, UwsDocuments.Parameters(requests.JobOf(context).Record));

    private async Task ChangeParametersAsync(HttpContext context)
    {
        var job = requests.JobOf(context);
        var parameters = await requests.ReadAsync(context);
        var given = JobParameters.Of(parameters, options);
        var uploads = await JobTables.KeepAsync(parameters, job.Folder, context.RequestAborted);
        IEnumerable<JobUpload> former = [];
        try
        {
            RequirePending(job, job.TryChange(record =>
            {
                former = record.Uploads;
                return record.Phase == JobPhase.Pending ? record.With(given).With(uploads) : null;
            }));
        }
        finally
        {
            JobTables.Remove(former.Concat(uploads).Except(job.Record.Uploads), job.Folder);
        }

        await requests.GoTo(job, context);
    }

    private Task ShowResultsAsync(HttpContext context)
    {
        var job = requests.JobOf(context);
        return XmlDocuments.WriteAsync(context.Response, UwsDocuments.Results(job.Record, requests.UrlOf(job, context)));
    }

    private static void RequirePending(Job job, bool isChanged)
    {
        if (!isChanged) throw TapException.Forbidden($"This can be changed only while the job is PENDING; it is {job.Record.Phase.Word()}.");
    }
}
