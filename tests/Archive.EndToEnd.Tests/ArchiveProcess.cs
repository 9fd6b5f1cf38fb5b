using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Archive.EndToEnd.Tests;

/// <summary>The command line as its users start it: a process of its own.</summary>
internal sealed class ArchiveProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private ArchiveProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Text(output);

    public string Errors => Text(errors);

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

    public static ArchiveProcess Start(params string[] arguments) => Start("dotnet", [ProgramPath, .. arguments]);

    /// <summary>Starts with a folder of its own for temporary files.</summary>
    public static ArchiveProcess StartWithTemporaryFolder(string folder, params string[] arguments) => Start("dotnet", [ProgramPath, .. arguments], folder);

    /// <summary>Starts through a shell, for limits and rights that only it can set.</summary>
    public static ArchiveProcess StartInShell(string prefix, params string[] arguments) =>
        Start("bash", ["-c", $"{prefix}; exec dotnet \"$@\"", "bash", ProgramPath, .. arguments]);

    /// <summary>Starts where a folder is on a read-only disk. Skips the test where the system doesn't let us make such a place.</summary>
    public static ArchiveProcess StartReadOnly(string folder, params string[] arguments)
    {
        const string mount = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"";
        Skip.IfNot(OperatingSystem.IsLinux(), "needs Linux' mount namespaces");
        using (var trial = Process.Start(new ProcessStartInfo("unshare", ["-m", "bash", "-c", mount, folder]) { RedirectStandardError = true })!)
        {
            trial.WaitForExit();
            Skip.IfNot(trial.ExitCode == 0, "may not make a read-only mount");
        }

        return Start("unshare", ["-m", "bash", "-c", mount + " && exec dotnet \"$@\"", folder, ProgramPath, .. arguments]);
    }

    /// <summary>Starts where another process sees its folders: see <see cref="SmallDisk"/>.</summary>
    public static ArchiveProcess StartWhereMounted(int keeper, string? temporaryFolder, params string[] arguments) =>
        Start("nsenter", ["-t", keeper.ToString(CultureInfo.InvariantCulture), "-m", "dotnet", ProgramPath, .. arguments], temporaryFolder);

    /// <summary>Limits how large any file may become that this process writes; null for no limit.</summary>
    public void LimitFileSize(int? bytes)
    {
        using var limiting = Process.Start("prlimit", [string.Create(CultureInfo.InvariantCulture, $"--pid={process.Id}"), string.Create(CultureInfo.InvariantCulture, $"--fsize={(object?)bytes ?? "unlimited"}:unlimited")])!;
        limiting.WaitForExit();
        Assert.Equal(0, limiting.ExitCode);
    }

    /// <summary>Runs to the end.</summary>
    public static ArchiveProcess Run(params string[] arguments) => Start(arguments).Ended();

    public ArchiveProcess Ended()
    {
        Assert.True(process.WaitForExit(Patience), $"It still runs after {Patience}. It said: {Output} {Errors}");
        process.WaitForExit();
        return this;
    }

    /// <summary>Waits until a line of the output contains the text, and gives the line.</summary>
    public async Task<string> LineWith(string text)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < Patience)
        {
            if (Output.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line) return line;
            Assert.False(process.HasExited && since.ElapsedMilliseconds > 1000, $"It ended with {(process.HasExited ? process.ExitCode : 0)}: {Output} {Errors}");
            await Task.Delay(50);
        }

        throw new TimeoutException($"'{text}' never came. It said: {Output} {Errors}");
    }

    public void Kill() => process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private static string ProgramPath => Path.Combine(AppContext.BaseDirectory, "archive.dll");

    private static ArchiveProcess Start(string file, IEnumerable<string> arguments, string? temporaryFolder = null)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (temporaryFolder is not null) start.Environment[OperatingSystem.IsWindows() ? "TMP" : "TMPDIR"] = temporaryFolder;
        return new ArchiveProcess(new Process { StartInfo = start });
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.AppendLine(line);
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
