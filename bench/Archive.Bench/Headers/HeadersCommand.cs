using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Bench.Headers;

/// <summary>
/// <c>headers</c>: for a folder of the caller's, how many files a second have all their cards found and judged, how many have each value and comment made a text
/// besides, and how many become rows. On request it measures one round at a time, so that another reader's rounds can lie between.
/// </summary>
internal static class HeadersCommand
{
    private const int Rounds = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, Func<string, bool>> Ways = new(StringComparer.Ordinal)
    {
        ["cards"] = path => HeaderSource.Open(path).IsRead,
        ["texts"] = path => HeaderSource.Open(path).Header is { } header && HasTexts(header),
        ["rows"] = path => HeaderSource.Open(path).Header is { } header && InstrumentRegistry.Translate(header).IsTaken,
    };

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Files to read, those in folders below among them." };
        folder.AcceptExistingOnly();
        var onRequest = new Option<bool>("--on-request") { Description = "Read lines such as 'rows 2' from standard input: a way and a number of threads; answer each with the files per second and µs of processor per file of one round." };
        var command = new Command("headers", "Read all files of a folder with one thread and with all, their cards, their texts, and to rows; print files per second and processor time per file.") { folder, onRequest };
        command.SetAction(parsed =>
        {
            string[] paths = [.. parsed.GetRequiredValue(folder).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.FullName).Order(StringComparer.Ordinal)];
            if (paths.Length == 0)
            {
                Console.Error.WriteLine("There are no files in the folder.");
                return 2;
            }

            return parsed.GetValue(onRequest) ? Answer(paths) : Report(paths);
        });
        return command;
    }

    private static int Answer(string[] paths)
    {
        while (Console.ReadLine() is { } line)
        {
            if (line.Split(' ') is not [var name, var count] || !Ways.TryGetValue(name, out var read) || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) || threads == 0)
            {
                Console.Error.WriteLine($"A request is one of {string.Join(", ", Ways.Keys)} and a number of threads, not '{line}'.");
                return 2;
            }

            var (rate, processor) = Measure(paths, threads, read);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:F0}\t{processor:F1}"));
        }

        return 0;
    }

    private static int Report(string[] paths)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files\t{paths.Length}"));
        foreach (var (label, read) in Ways)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label} of\t{Read(paths, 1, read)}"));
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                // Until the runtime has compiled its way once more, for speed.
                for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < WarmUp;) Read(paths, threads, read);
                var rounds = Enumerable.Range(0, Rounds).Select(_ => Measure(paths, threads, read)).OrderBy(round => round.Rate).ToArray();
                var (rate, processor) = rounds[Rounds / 2];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files/s, {label}, {threads} thread{(threads == 1 ? "" : "s")}\t{rate:F0}"));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"µs of processor, {label}, {threads} thread{(threads == 1 ? "" : "s")}\t{processor:F1}"));
            }
        }

        return 0;
    }

    /// <summary>One round over all files.</summary>
    /// <returns>Files per second, and microseconds of processor per file.</returns>
    private static (double Rate, double Processor) Measure(string[] paths, int threads, Func<string, bool> read)
    {
        var start = Stopwatch.GetTimestamp();
        var usage = Environment.CpuUsage.TotalTime;
        Read(paths, threads, read);
        var processor = (Environment.CpuUsage.TotalTime - usage).TotalMicroseconds / paths.Length;
        return (paths.Length / Stopwatch.GetElapsedTime(start).TotalSeconds, processor);
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
