using System.Diagnostics;

namespace Archive.Formats.Tests.Readers;

/// <summary>Runs a reader that nobody here wrote.</summary>
internal static class ReaderProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What the program printed, standard output and errors; null if it isn't installed or fails.</summary>
    public static (string Output, string Errors)? Run(string program, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{program} didn't end within {Patience}.");
            }

            return process.ExitCode == 0 ? (output.Result, errors.Result) : throw new InvalidOperationException($"{program}: {errors.Result}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
