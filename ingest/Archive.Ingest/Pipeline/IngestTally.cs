using System.Collections.Concurrent;

namespace Archive.Ingest.Pipeline;

/// <summary>Counts that several threads add to.</summary>
internal sealed class IngestTally
{
    private long _seen;
    private long _taken;

    public long Seen => Interlocked.Read(ref _seen);

    public long Taken => Interlocked.Read(ref _taken);

    public ConcurrentDictionary<string, long> Refused { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, long> Issues { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a file that was taken, and each kind of its issues once.</summary>
    /// <returns>Files seen until now.</returns>
    public long CountTaken(IEnumerable<string> issueCodes)
    {
        foreach (var code in issueCodes.Distinct()) Issues.AddOrUpdate(code, 1, (_, count) => count + 1);
        Interlocked.Increment(ref _taken);
        return Interlocked.Increment(ref _seen);
    }

    /// <summary>Counts a file that was refused.</summary>
    /// <returns>Files seen until now.</returns>
    public long CountRefused(string code)
    {
        Refused.AddOrUpdate(code, 1, (_, count) => count + 1);
        return Interlocked.Increment(ref _seen);
    }
}
