using System.Globalization;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Async.Resources;

/// <summary>/async/{job}: one job, which can be waited for, run, aborted and deleted (UWS 1.1, sections 2.2.2.2 and 2.2.1.3).</summary>
internal sealed class JobResource(JobRequests requests, JobControl control)
{
    /// <summary>A WAIT isn't held longer than this, whatever it asks: connections that are silent for longer get cut by what is between.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public Resource Resource => new(JobRequests.JobPattern) { Get = ShowAsync, Post = ChangeAsync, Delete = DeleteAsync };

    private async Task ShowAsync(HttpContext context)
    {
        var job = requests.JobOf(context);
        await WaitAsync(job, await requests.ReadAsync(context), context.RequestAborted);
        await XmlDocuments.WriteAsync(context.Response, UwsDocuments.Job(job.Record, requests.UrlOf(job, context)));
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var job = requests.JobOf(context);
        var parameters = await requests.ReadAsync(context);
        if (parameters.Single("ACTION") == "DELETE")
        {
            await DeleteAsync(context);
            return;
        }

        var phase = JobControl.ReadPhase(parameters) ?? throw TapException.BadRequest("A job takes ACTION=DELETE or PHASE here. Send its parameters to .../parameters.");
        await control.ApplyAsync(job, phase, context);
        await requests.GoTo(job, context);
    }

    private Task DeleteAsync(HttpContext context)
    {
        requests.Store.Delete(requests.JobOf(context));
        return JobRequests.GoTo(requests.ListUrl(context), context);
    }

    private static async Task WaitAsync(Job job, RequestParameters parameters, CancellationToken cancellation)
    {
        if (!parameters.Has("WAIT", out var text)) return;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) || seconds < -1)
            throw TapException.BadRequest("WAIT takes a number of seconds, or -1 to wait until the phase changes.");
        var phase = job.Record.Phase;
        if (phase.IsFinal() || (parameters.Has("PHASE", out var awaited) && awaited != phase.Word())) return;
        await job.WaitWhileAsync(phase, seconds is -1 || seconds > LongestWait.TotalSeconds ? LongestWait : TimeSpan.FromSeconds(seconds), cancellation);
    }
}
