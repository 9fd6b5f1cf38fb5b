using System.CommandLine;
using Archive.Catalogue.Folder;
using Archive.Engine;
using Archive.Tap;
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
        var urls = CommonOptions.Urls();
        var publicUrl = new Option<string?>("--public-url") { Description = "Address by which clients reach the service where a proxy stands before it, without /TAP.", HelpName = "URL" };
        var products = new Option<DirectoryInfo?>("--products") { Description = "Folder of the files that the rows' filehand names; they may then be downloaded.", HelpName = "DIR" };
        var logQueries = new Option<bool>("--log-queries") { Description = "Write a line on standard output for each query." };
        var command = new Command("serve", "Serve an archive over IVOA TAP 1.1 until stopped (Ctrl+C).") { archive, urls, publicUrl, products, logQueries };
        command.SetAction((parsed, cancellation) => ServeAsync(
            parsed.Folder(archive),
            new TapOptions
            {
                Urls = parsed.GetRequiredValue(urls),
                PublicUrl = parsed.GetValue(publicUrl),
                ProductsFolder = ProductsOf(parsed.GetValue(products)),
                LogLevel = parsed.GetValue(logQueries) ? LogLevel.Information : LogLevel.Warning,
            },
            url => Console.WriteLine($"Serving {url}  (Ctrl+C stops)"),
            cancellation));
        return command;
    }

    private static string? ProductsOf(DirectoryInfo? folder) =>
        folder is null or { Exists: true } ? folder?.FullName : throw new UserException($"There is no folder {folder.FullName}. Name one with --products, or leave it out.");

    /// <summary>Serves until cancelled. <paramref name="tell"/> is given the service's address once it answers.</summary>
    public static async Task<int> ServeAsync(ArchiveFolder folder, TapOptions options, Action<string> tell, CancellationToken cancellation)
    {
        using var engine = Open(folder);
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

    private static ArchiveEngine Open(ArchiveFolder folder)
    {
        using var status = new StatusLine();
        return ArchiveEngine.Open(folder, progress: status.Show);
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
