using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Bench.Headers;

/// <summary><c>headers</c>: how many files a second become rows, for a folder of the caller's.</summary>
internal static class HeadersCommand
{
    private const int Rounds = 5;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Files to read, those in folders below among them." };
        folder.AcceptExistingOnly();
        var command = new Command("headers", "Read and translate all files of a folder with one thread and with all; print files per second.") { folder };
        command.SetAction(parsed => Measure(parsed.GetRequiredValue(folder).FullName));
        return command;
    }

    private static int Measure(string folder)
    {
        string[] paths = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (paths.Length == 0)
        {
            Console.Error.WriteLine($"There are no files in {folder}.");
            return 1;
        }

        var taken = Read(paths, threads: 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files\t{paths.Length}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"taken\t{taken}"));
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files/s, {threads} thread{(threads == 1 ? "" : "s")}\t{paths.Length / MedianSeconds(paths, threads):F0}"));
        return 0;
    }

    private static double MedianSeconds(string[] paths, int threads)
    {
        var seconds = new double[Rounds];
        Read(paths, threads);
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Read(paths, threads);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        return seconds[Rounds / 2];
    }

    private static int Read(string[] paths, int threads)
    {
        var taken = 0;
        Parallel.ForEach(paths, new ParallelOptions { MaxDegreeOfParallelism = threads }, path =>
        {
            if (HeaderSource.Open(path).Header is { } header && InstrumentRegistry.Translate(header).IsTaken) Interlocked.Increment(ref taken);
        });
        return taken;
    }
}
