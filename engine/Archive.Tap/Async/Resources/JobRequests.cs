using Archive.Tap.Async.Store;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Async.Resources;

/// <summary>What the resources of jobs have in common: finding the job that an address names, its address, and going back to it.</summary>
internal sealed class JobRequests(JobStore store, ServiceAddress address, ParameterReader reader)
{
    public const string ListPattern = ServiceAddress.BasePath + "/async";
    public const string JobPattern = ListPattern + "/{job}";

    public JobStore Store => store;

    public Job JobOf(HttpContext context) => store.Find(context.Request.RouteValues["job"] as string);

    public ValueTask<RequestParameters> ReadAsync(HttpContext context) => reader.ReadAsync(context.Request);

    public string ListUrl(HttpContext context) => address.BaseOf(context.Request) + "/async";

    public string LinksUrl(HttpContext context) => address.LinksOf(context.Request);

    public string UrlOf(Job job, HttpContext context) => $"{ListUrl(context)}/{job.Record.Id}";

    public Task GoTo(Job job, HttpContext context) => GoTo(UrlOf(job, context), context);

    /// <summary>303: the outcome of a request is seen there.</summary>
    public static Task GoTo(string url, HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = url;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    /// <summary>A value as plain text, without a line end: exactly what the job's document has.</summary>
    public static Task WriteTextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
