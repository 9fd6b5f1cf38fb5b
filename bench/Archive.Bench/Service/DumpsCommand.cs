using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Archive.Formats;

namespace Archive.Bench.Service;

/// <summary><c>dumps</c>: one query's whole result in each format from a running service, with the memory that the server takes for it.</summary>
internal static class DumpsCommand
{
    public static Command Create()
    {
        var url = ServiceOptions.Url();
        var processId = ServiceOptions.ProcessId();
        var adql = new Option<string>("--query") { Description = "What to ask.", HelpName = "ADQL", DefaultValueFactory = _ => "SELECT koaid, ra, dec, utdatetime, frameno, elaptime, sig2nois, progid FROM koa_hires" };
        var formats = new Option<string[]>("--format") { Description = "Formats; all by default.", HelpName = "NAME", DefaultValueFactory = _ => [.. ResultFormats.All.Select(format => format.Name)] };
        var command = new Command("dumps", "Ask a running service for a whole result in each format; print rows a second, the time to the first byte and the server's peak memory.") { url, processId, adql, formats };
        command.SetAction((parsed, cancellation) => MeasureAsync(parsed.GetRequiredValue(url), parsed.GetValue(processId), parsed.GetRequiredValue(adql), parsed.GetRequiredValue(formats), cancellation));
        return command;
    }

    private static async Task<int> MeasureAsync(string url, int? processId, string adql, string[] formats, CancellationToken cancellation)
    {
        using var client = ServiceOptions.Client(url);
        using var memory = new ServerMemory(processId);
        var rows = await CountAsync(client, adql, cancellation);
        Console.WriteLine("format\trows\tMB\ts\tfirst byte s\trows/s\tMB/s\tserver's peak MB");
        foreach (var format in formats)
        {
            memory.Forget();
            var start = Stopwatch.GetTimestamp();
            var (bytes, firstByte) = await DrainAsync(client, adql, format, start, cancellation);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{format}\t{rows}\t{bytes / 1e6:F1}\t{seconds:F2}\t{firstByte:F3}\t{rows / seconds:F0}\t{bytes / 1e6 / seconds:F0}\t{memory.PeakMegabytes}"));
        }

        return 0;
    }

    private static async Task<long> CountAsync(HttpClient client, string adql, CancellationToken cancellation)
    {
        using var response = await client.PostAsync("sync", ServiceOptions.Form(("LANG", "ADQL"), ("FORMAT", "tsv"), ("QUERY", $"SELECT COUNT(*) AS n FROM ({adql}) AS counted")), cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        response.EnsureSuccessStatusCode();
        return long.Parse(text.Split('\n')[1], CultureInfo.InvariantCulture);
    }

    /// <returns>Bytes of the answer, and the seconds to the first of them.</returns>
    private static async Task<(long Bytes, double FirstByteSeconds)> DrainAsync(HttpClient client, string adql, string format, long start, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "sync") { Content = ServiceOptions.Form(("LANG", "ADQL"), ("FORMAT", format), ("QUERY", adql)) };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[1 << 20];
        var (bytes, firstByte) = (0L, 0.0);
        for (var count = await stream.ReadAsync(buffer, cancellation); count > 0; count = await stream.ReadAsync(buffer, cancellation))
        {
            if (bytes == 0) firstByte = Stopwatch.GetElapsedTime(start).TotalSeconds;
            bytes += count;
        }

        return (bytes, firstByte);
    }
}
