using System.CommandLine;
using Archive.Catalogue.Folder;
using Archive.Engine;
using Archive.Tap;
using Archive.Tap.Options;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Archive.Tools.Verbs;

/// <summary><c>archive serve</c>: answers TAP until it is stopped.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var archive = CommonOptions.Archive();
        var options = new ServiceOptionsOfCommand();
        var command = new Command("serve", "Serve an archive over IVOA TAP 1.1 until stopped (Ctrl+C).") { archive };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var folder = parsed.Folder(archive);
            var settings = options.Read(parsed, folder);
            return options.Show(parsed, settings) ? Task.FromResult(ExitCode.Done) : ServeAsync(folder, settings, url => Console.WriteLine($"Serving {url}  (Ctrl+C stops)"), cancellation);
        });
        return command;
    }

    /// <summary>Serves until cancelled. <paramref name="tell"/> is given the service's address once it answers.</summary>
    public static async Task<int> ServeAsync(ArchiveFolder folder, ServiceSettings settings, Action<string> tell, CancellationToken cancellation)
    {
        var options = settings.Service;
        using var engine = Open(folder, settings.Engine);
        await using var server = Create(engine, options);
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (Exception error) when (error is IOException or FormatException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw new UserException($"Can't listen on {options.Urls}: {error.Message} Stop what uses the port, or take another one: --urls http://127.0.0.1:8081");
        }

        foreach (var url in server.Urls) tell($"{url.TrimEnd('/')}/TAP");
        // Its queries would only be in the way in a log.
        var warmUp = options.LogLevel > LogLevel.Information ? WarmUp.RunAsync(engine, server.Urls.First(), server.Lifetime.ApplicationStopping) : Task.CompletedTask;
        await server.WaitForShutdownAsync(cancellation);
        await warmUp;
        return ExitCode.Done;
    }

    private static ArchiveEngine Open(ArchiveFolder folder, EngineOptions options)
    {
        using var status = new StatusLine();
        return ArchiveEngine.Open(folder, options, progress: status.Show);
    }

    private static WebApplication Create(ArchiveEngine engine, TapOptions options)
    {
        try
        {
            return TapServer.Create(engine, options);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new UserException(error.Message);
        }
    }
}
