using System.Diagnostics;
using System.Globalization;

namespace Archive.EndToEnd.Tests;

/// <summary><c>archive ingest --watch</c>: a night's files are taken as they come, those that are still being written later, and a stop leaves the archive whole.</summary>
public class WatchTests
{
    [SkippableFact]
    public async Task Files_are_taken_as_they_come_and_when_they_are_whole()
    {
        Skip.If(OperatingSystem.IsWindows(), "is stopped by a signal");
        using var folder = new TemporaryFolder();
        HeaderFiles.Write(folder["aside"], 6);
        Directory.CreateDirectory(folder["night"]);
        File.Move(folder["aside/h0.fits"], folder["night/first.fits"]);
        using var watch = ArchiveProcess.Start("ingest", folder["night"], "--archive", folder["a"], "--watch", "--quiet-seconds", "0.5", "--rescan-seconds", "2");
        await Taken(watch, 1);

        var slow = File.ReadAllBytes(folder["aside/h1.fits"]);
        File.Delete(folder["aside/h1.fits"]);
        await using (var arriving = File.Create(folder["night/slow.fits"]))
        {
            Directory.Move(folder["aside"], folder["night/next"]);
            // Longer than a file must be quiet, but never with so long a pause.
            foreach (var part in slow.Chunk(slow.Length / 16))
            {
                await arriving.WriteAsync(part);
                await arriving.FlushAsync();
                await Task.Delay(100);
            }
        }

        await Taken(watch, 6);
        using (var signal = Process.Start("kill", ["-TERM", watch.Id.ToString(CultureInfo.InvariantCulture)])) await signal.WaitForExitAsync();
        Assert.Equal(0, watch.Ended().ExitCode);
        using var check = ArchiveProcess.Run("check", "--archive", folder["a"]);
        Assert.Contains("whole", check.Output, StringComparison.Ordinal);
        using var query = ArchiveProcess.Run("query", "select sum(files - files_not_read) as n_read, sum(rows_new) as n_new from ingest.ingest_runs", "--archive", folder["a"], "--format", "csv");
        Assert.Equal("n_read,n_new\n6,6", query.Output.ReplaceLineEndings("\n").TrimEnd());
    }

    /// <summary>Waits until the batches that were told of hold so many files.</summary>
    private static async Task Taken(ArchiveProcess watch, int files)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(100))
        {
            if (watch.Output.Split('\n').Sum(line => line.Contains(" files in ", StringComparison.Ordinal) ? int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture) : 0) >= files) return;
        }

        throw new TimeoutException($"The {files} files were never taken. It said: {watch.Output} {watch.Errors}");
    }
}
