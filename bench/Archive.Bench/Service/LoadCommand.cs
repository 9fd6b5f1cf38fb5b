using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Archive.Bench.Service;

/// <summary><c>load</c>: many clients at once that search cones, count, dump and send jobs, and what they were told.</summary>
internal static class LoadCommand
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var url = ServiceOptions.Url();
        var processId = ServiceOptions.ProcessId();
        var clients = new Option<int>("--clients") { Description = "Clients at once, 1 to 1,000.", HelpName = "N", DefaultValueFactory = _ => 64 };
        var seconds = new Option<int>("--seconds") { Description = "How long, 1 to 3,600.", HelpName = "N", DefaultValueFactory = _ => 60 };
        var command = new Command("load", "Let many clients ask a running service cones, counts, dumps and jobs; print latencies, errors and the server's memory.") { url, processId, clients, seconds };
        command.SetAction((parsed, cancellation) => MeasureAsync(
            parsed.GetRequiredValue(url), parsed.GetValue(processId), Math.Clamp(parsed.GetValue(clients), 1, 1000), TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 3600)), cancellation));
        return command;
    }

    private static async Task<int> MeasureAsync(string url, int? processId, int clients, TimeSpan duration, CancellationToken cancellation)
    {
        using var http = ServiceOptions.Client(url);
        using var memory = new ServerMemory(processId);
        var tally = new LoadTally();
        var before = memory.Megabytes;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(duration);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(number => Task.Run(() => AskAsync(new LoadClient(http, number), tally, over.Token), CancellationToken.None)));
        tally.Write(Console.Out, duration);
        await Task.Delay(Rest, cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server's memory MB\tbefore {before}\tpeak {memory.PeakMegabytes}\tafter {memory.Megabytes}"));
        return tally.HasErrors ? 1 : 0;
    }

    private static async Task AskAsync(LoadClient client, LoadTally tally, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var kind = client.NextKind();
            var start = Stopwatch.GetTimestamp();
            // A request that was begun is ended, so that what the clock cuts off isn't taken for an error.
            var outcome = await client.AskAsync(kind);
            tally.Add(kind, outcome, Stopwatch.GetElapsedTime(start));
        }
    }
}
