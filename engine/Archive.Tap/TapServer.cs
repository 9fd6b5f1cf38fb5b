using Archive.Catalogue.Folder;
using Archive.Engine;
using Archive.Tap.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Archive.Tap;

/// <summary>A web server that serves one archive and nothing else.</summary>
public static class TapServer
{
    /// <summary>Queries block a thread each while DuckDB works; so many of them don't keep the pool from answering the next request at once.</summary>
    private const int ThreadsWithoutDelay = 32;

    /// <summary>Bytes of a request's first line at most: a query in a URL may be long.</summary>
    private const int MaximumRequestLine = 64 * 1024;

    private const string TemporaryFolderVariable = "ASPNETCORE_TEMP";

    private const string TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>What shrinks. FITS and Parquet hardly do.</summary>
    private static readonly string[] CompressedTypes =
        ["application/x-votable+xml", "text/xml", "application/xml", "application/xhtml+xml", "text/html", "text/csv", "text/tab-separated-values", "text/plain", "application/json", "application/x-ndjson"];

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Makes a server; run it with <c>RunAsync</c>. Its <see cref="TapService"/> is disposed with it; the engine is the caller's, to be disposed
    /// after it.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The folder of the jobs can't be used.</exception>
    public static WebApplication Create(ArchiveEngine engine, TapOptions? options = null, TimeProvider? time = null)
    {
        options ??= new TapOptions();
        options.Validate();
        EnsureThreads();
        EnsureTemporaryFolder();

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = (long)options.MaximumBodyMegabytes << 20;
            kestrel.Limits.MaxRequestLineSize = MaximumRequestLine;
            // A reader may pause as long as its query's deadline lets it.
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Logging.ClearProviders().SetMinimumLevel(options.LogLevel).AddFilter("Microsoft", LogLevel.Warning);
        if (options.LogFormat == LogFormat.Json) builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, TimestampFormat));
        else builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, TimestampFormat + " "));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = CompressedTypes;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(services => new TapService(engine, options, services.GetRequiredService<ILogger<TapService>>(), time));

        var server = builder.Build();
        if (options.TrustForwardedHeaders) server.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All });
        if (options.Compression != Compression.Never) server.UseWhen(context => IsCompressed(context, options), branch => branch.UseResponseCompression());
        server.Services.GetRequiredService<TapService>().MapTo(server);
        return server;
    }

    /// <summary>A job's result goes as it is kept: parts of it can be asked for, and counted in its own bytes.</summary>
    private static bool IsCompressed(HttpContext context, TapOptions options) =>
        (options.Compression == Compression.Always || !ClientAddress.IsThisMachine(context)) && !context.Request.Path.Value!.Contains("/results/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where ASP.NET keeps large parts of requests while it reads them.</summary>
    private static void EnsureTemporaryFolder()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TemporaryFolderVariable))) Environment.SetEnvironmentVariable(TemporaryFolderVariable, ProcessFolder.Path);
    }

    private static void EnsureThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        if (workers < ThreadsWithoutDelay) ThreadPool.SetMinThreads(ThreadsWithoutDelay, completions);
    }
}
