using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Bench.Headers;

/// <summary>
/// <c>headers</c>: for a folder of the caller's, how many files a second have all their cards found and judged, how many have each value and comment made a text
/// besides, and how many become rows.
/// </summary>
internal static class HeadersCommand
{
    private const int Rounds = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly (string Label, Func<string, bool> Read)[] Ways =
    [
        ("cards", path => HeaderSource.Open(path).IsRead),
        ("texts", path => HeaderSource.Open(path).Header is { } header && HasTexts(header)),
        ("rows", path => HeaderSource.Open(path).Header is { } header && InstrumentRegistry.Translate(header).IsTaken),
    ];

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Files to read, those in folders below among them." };
        folder.AcceptExistingOnly();
        var command = new Command("headers", "Read all files of a folder with one thread and with all, their cards, their texts, and to rows; print files per second and processor time per file.") { folder };
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

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files\t{paths.Length}"));
        foreach (var (label, read) in Ways)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label} of\t{Read(paths, 1, read)}"));
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                var (seconds, processorSeconds) = MedianSeconds(paths, threads, read);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files/s, {label}, {threads} thread{(threads == 1 ? "" : "s")}\t{paths.Length / seconds:F0}"));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"µs of processor, {label}, {threads} thread{(threads == 1 ? "" : "s")}\t{processorSeconds / paths.Length * 1e6:F1}"));
            }
        }

        return 0;
    }

    private static (double Seconds, double ProcessorSeconds) MedianSeconds(string[] paths, int threads, Func<string, bool> read)
    {
        var seconds = new double[Rounds];
        var processor = new double[Rounds];
        // Until the runtime has compiled its way once more, for speed.
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < WarmUp;) Read(paths, threads, read);
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var usage = Environment.CpuUsage.TotalTime;
            Read(paths, threads, read);
            processor[i] = (Environment.CpuUsage.TotalTime - usage).TotalSeconds;
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        Array.Sort(processor);
        return (seconds[Rounds / 2], processor[Rounds / 2]);
    }

    private static int Read(string[] paths, int threads, Func<string, bool> read)
    {
        var done = 0;
        Parallel.ForEach(paths, new ParallelOptions { MaxDegreeOfParallelism = threads }, path =>
        {
            if (read(path)) Interlocked.Increment(ref done);
        });
        return done;
    }

    private static bool HasTexts(FitsHeader header)
    {
        var characters = 0;
        foreach (var card in header.Cards) characters += card.Value.Text.Length + card.Comment.Length;
        return characters > 0;
    }
}
