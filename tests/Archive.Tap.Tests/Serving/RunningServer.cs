using Archive.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Tests.Serving;

/// <summary>A real server over a small real archive, on a free port of the loopback interface.</summary>
public sealed class RunningServer : IAsyncLifetime, IAsyncDisposable
{
    private readonly TapOptions options;
    private readonly EngineOptions engineOptions;
    private readonly TimeProvider? time;
    private WebApplication? application;
    private ArchiveEngine? engine;

    public RunningServer()
        : this(new TapOptions())
    {
    }

    internal RunningServer(TapOptions options, EngineOptions? engineOptions = null, TimeProvider? time = null)
    {
        this.engineOptions = engineOptions ?? new EngineOptions { RefreshInterval = null };
        this.time = time;
        this.options = options with { Urls = "http://127.0.0.1:0" };
        Archive.Write(Observations.Table, ("2009-01-01", Observations.FirstNight), ("2009-01-02", Observations.SecondNight));
    }

    /// <summary>A client that follows no redirection.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The service's address, without a slash at its end.</summary>
    public string Url => $"{application!.Urls.Single()}/TAP";

    public string JobsFolder => Archive.Folder.JobsFolder;

    /// <summary>What it serves.</summary>
    public SmallArchive Archive { get; } = SmallArchive.WithStars();

    internal ArchiveEngine Engine => engine!;

    /// <summary>From now on a logger is told, too, what the server logs.</summary>
    internal void LogTo(ILoggerProvider provider) => application!.Services.GetRequiredService<ILoggerFactory>().AddProvider(provider);

    public async Task InitializeAsync()
    {
        engine = ArchiveEngine.Open(Archive.Folder, engineOptions);
        application = TapServer.Create(engine, options, time);
        await application.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(application.Urls.Single()) };
    }

    /// <summary>Stops the server and its engine, and starts both anew over the same folder, as a restart of the program does.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await InitializeAsync();
    }

    public async Task StopAsync()
    {
        Client.Dispose();
        await application!.DisposeAsync();
        engine!.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Archive.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
