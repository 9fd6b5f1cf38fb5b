using Archive.Tap.Async.Store;
using Archive.Tap.Hosting;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Async.Resources;

/// <summary>/async: the jobs, and where new ones are made (UWS 1.1, section 2.2.2.1).</summary>
internal sealed class JobListResource(JobRequests requests, JobControl control, TapOptions options)
{
    public Resource Resource => new(JobRequests.ListPattern) { Get = ListAsync, Post = CreateAsync };

    private async Task ListAsync(HttpContext context)
    {
        var filter = JobListFilter.Read(await requests.ReadAsync(context));
        await XmlDocuments.WriteAsync(context.Response, UwsDocuments.Jobs(filter.Apply(requests.Store.All.Select(job => job.Record)), requests.ListUrl(context)));
    }

    private async Task CreateAsync(HttpContext context)
    {
        var parameters = await requests.ReadAsync(context);
        var phase = JobControl.ReadPhase(parameters);
        var job = await requests.Store.CreateAsync(JobParameters.Of(parameters, options), requests.LinksUrl(context), folder => JobTables.KeepAsync(parameters, folder, context.RequestAborted));
        try
        {
            if (phase is not null) await control.ApplyAsync(job, phase, context);
        }
        catch
        {
            // The sender never learns the id of a job that was refused.
            requests.Store.Delete(job);
            throw;
        }

        await requests.GoTo(job, context);
    }
}
