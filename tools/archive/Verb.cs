using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Adql.Diagnostics;
using Archive.Catalogue.Manifests;
using Archive.Engine;
using Archive.Tap.Options;

namespace Archive.Tools;

/// <summary>Runs a verb and turns whatever goes wrong into one message on standard error and an exit code.</summary>
internal static class Verb
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"'archive {NameOf(parsed.CommandResult)}--help' shows how to use it.");
            return ExitCode.UsersFault;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error)
        {
            return Tell(error);
        }
    }

    private static string NameOf(CommandResult command) => command.Command is RootCommand ? "" : command.Command.Name + " ";

    private static int Tell(Exception error)
    {
        var (message, code) = error switch
        {
            AdqlException adql => (adql.Message, ExitCode.UsersFault),
            QueryException query => (query.Message, query.IsUsersFault ? ExitCode.UsersFault : ExitCode.Failed),
            OperationCanceledException => ("Stopped.", ExitCode.Failed),
            UserException or OptionException or EngineException or Ingest.IngestException => (error.Message, ExitCode.UsersFault),
            ManifestException => (error.Message, ExitCode.Failed),
            UnauthorizedAccessException or IOException => ($"{error.Message} Check that the folder is there, writable, and that its disk has room.", ExitCode.UsersFault),
            _ => ($"The program failed: {error}", ExitCode.Failed),
        };
        Console.Error.WriteLine(message);
        return code;
    }
}

/// <summary>What was asked can't be done as asked; the message says what to do.</summary>
internal sealed class UserException(string message) : Exception(message);
