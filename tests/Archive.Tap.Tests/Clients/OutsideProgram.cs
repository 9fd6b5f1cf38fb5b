using System.ComponentModel;
using System.Diagnostics;

namespace Archive.Tap.Tests.Clients;

/// <summary>What a client that others wrote said when it was run.</summary>
/// <param name="ExitCode">0 where it thinks that all went well.</param>
/// <param name="Output">What it wrote on standard output.</param>
/// <param name="Errors">What it wrote on standard error.</param>
public sealed record OutsideProgram(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a program to its end; skips the test where it isn't installed.</summary>
    /// <exception cref="TimeoutException">It didn't end.</exception>
    public static async Task<OutsideProgram> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new OutsideProgram(process.ExitCode, output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} didn't end within {Patience}.");
        }
    }

    /// <summary>Runs a program that has to end well.</summary>
    /// <returns>What it wrote on standard output.</returns>
    public static async Task<string> SayAsync(string program, params string[] arguments)
    {
        var ended = await RunAsync(program, arguments);
        Assert.True(ended.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {ended.ExitCode}: {ended.Errors}{ended.Output}");
        return ended.Output;
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            Skip.If(true, $"needs {program}");
            throw;
        }
    }
}
