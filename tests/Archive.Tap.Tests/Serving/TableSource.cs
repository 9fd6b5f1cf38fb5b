using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Tests.Serving;

/// <summary>A web server on this machine from which tables can be fetched, or not.</summary>
internal sealed class TableSource : IAsyncDisposable
{
    private readonly WebApplication application;

    private TableSource(WebApplication application) => this.application = application;

    public string Url => application.Urls.Single();

    /// <summary>Completes when somebody asks for <c>/silent</c>, which never answers.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<TableSource> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var source = new TableSource(builder.Build());
        source.Map();
        await source.application.StartAsync();
        return source;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private void Map()
    {
        application.MapGet("/table.vot", () => Microsoft.AspNetCore.Http.Results.Text(UploadForm.Votable("1 one", "2 two"), "application/x-votable+xml"));
        application.MapGet("/once", (HttpContext context) => context.Response.Redirect("/table.vot"));
        application.MapGet("/round", (HttpContext context) => context.Response.Redirect("/round"));
        application.MapGet("/away", (HttpContext context) => context.Response.Redirect("http://198.51.100.7/table.vot"));
        application.MapGet("/file", (HttpContext context) =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = "file:///etc/passwd";
        });
        application.MapGet("/error", () => Microsoft.AspNetCore.Http.Results.StatusCode(StatusCodes.Status500InternalServerError));
        application.MapGet("/large", SendLargeAsync);
        application.MapGet("/cut", CutAsync);
        application.MapGet("/silent", SilentAsync);
    }

    private static async Task SendLargeAsync(HttpContext context)
    {
        await context.Response.WriteAsync("<VOTABLE><RESOURCE>");
        var blanks = new string(' ', 1 << 16);
        for (var sent = 0; sent < 1 << 22 && !context.RequestAborted.IsCancellationRequested; sent += blanks.Length) await context.Response.WriteAsync(blanks);
    }

    private static async Task CutAsync(HttpContext context)
    {
        await context.Response.WriteAsync("<VOTABLE><RESOURCE>");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private async Task SilentAsync(HttpContext context)
    {
        Asked.TrySetResult();
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
