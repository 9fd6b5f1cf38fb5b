using System.Diagnostics;
using System.Runtime.InteropServices;
using Archive.DuckDb;
using BenchmarkDotNet.Environments;

namespace Archive.Bench.Reporting;

/// <summary>Where and from what a report was made.</summary>
internal sealed record Machine(string Cpu, int Cores, string OperatingSystem, string Runtime, string DuckDb, string Commit)
{
    private const string LoadFile = "/proc/loadavg";

    /// <summary>Name for the file of this machine's report: letters, digits and hyphens.</summary>
    public string FileName => string.Join('-', $"{Cpu} {Cores} cores".ToLowerInvariant().Split([.. "\t ()[]@®™/\\.,:;_-"], StringSplitOptions.RemoveEmptyEntries));

    /// <param name="repository">Folder of the checkout.</param>
    public static Machine Here(string repository) => new(
        HostEnvironmentInfo.GetCurrent().CpuInfo.Value.ProcessorName is { Length: > 0 } name ? name : RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        DuckDbDatabase.LibraryVersion,
        Git(repository, "describe --always --dirty --abbrev=12"));

    /// <summary>How busy the machine is now: load averages of 1, 5 and 15 minutes, where the system tells them.</summary>
    public static string Load() => File.Exists(LoadFile) ? string.Join(", ", File.ReadAllText(LoadFile).Split(' ')[..3]) : "unknown";

    private static string Git(string repository, string arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = repository, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var answer = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? answer : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }
}
