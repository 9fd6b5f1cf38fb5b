using System.Collections.Concurrent;
using System.Globalization;

namespace Archive.Bench.Service;

/// <summary>What the clients of a load were told, and how long it took. Callable from any thread.</summary>
internal sealed class LoadTally
{
    private readonly ConcurrentBag<(LoadKind Kind, string Outcome, double Milliseconds)> answers = [];

    /// <summary>True where anything came but an answer, or a word on when to come back.</summary>
    public bool HasErrors => answers.Any(answer => answer.Outcome is not (LoadClient.Ok or LoadClient.ComeBack));

    public void Add(LoadKind kind, string outcome, TimeSpan elapsed) => answers.Add((kind, outcome, elapsed.TotalMilliseconds));

    public void Write(TextWriter output, TimeSpan duration)
    {
        output.WriteLine("kind\tanswers\ta second\tp50 ms\tp90 ms\tp99 ms\tmost ms");
        foreach (var kind in answers.GroupBy(answer => answer.Kind).OrderBy(group => group.Key))
        {
            double[] times = [.. kind.Where(answer => answer.Outcome == LoadClient.Ok).Select(answer => answer.Milliseconds).Order()];
            if (times.Length == 0) continue;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind.Key}\t{times.Length}\t{times.Length / duration.TotalSeconds:F1}\t{At(times, 0.50):F1}\t{At(times, 0.90):F1}\t{At(times, 0.99):F1}\t{times[^1]:F1}"));
        }

        foreach (var outcome in answers.Where(answer => answer.Outcome != LoadClient.Ok).GroupBy(answer => (answer.Kind, answer.Outcome)))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Key.Kind}: {outcome.Key.Outcome}\t{outcome.Count()}"));
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
}
