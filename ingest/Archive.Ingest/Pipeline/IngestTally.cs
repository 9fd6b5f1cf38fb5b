using System.Collections.Concurrent;
using Archive.Ingest.Bookkeeping;

namespace Archive.Ingest.Pipeline;

/// <summary>Counts that several threads add to.</summary>
internal sealed class IngestTally
{
    private readonly long[] _known = new long[ushort.MaxValue + 1];
    private long _seen;
    private long _taken;

    public long Seen => Interlocked.Read(ref _seen);

    public long Taken => Interlocked.Read(ref _taken);

    public ConcurrentDictionary<string, long> Refused { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, long> Issues { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that were not read, in all.</summary>
    public long NotRead { get; private set; }

    /// <summary>Counts a file that was not read: it is as it was. For one thread.</summary>
    public void CountNotRead(ushort outcome)
    {
        NotRead++;
        _known[outcome]++;
    }

    /// <summary>Counts a file that was taken, and each kind of its issues once.</summary>
    /// <returns>Files seen until now.</returns>
    public long CountTaken(IEnumerable<string> issueCodes)
    {
        foreach (var code in issueCodes.Distinct()) Issues.AddOrUpdate(code, 1, (_, count) => count + 1);
        Interlocked.Increment(ref _taken);
        return Interlocked.Increment(ref _seen);
    }

    /// <summary>Counts a file that was read and whose header is as it was.</summary>
    /// <returns>Files seen until now.</returns>
    public long CountSame(ushort outcome)
    {
        Interlocked.Increment(ref _known[outcome]);
        return Interlocked.Increment(ref _seen);
    }

    /// <summary>Counts a file that was refused.</summary>
    /// <returns>Files seen until now.</returns>
    public long CountRefused(string code)
    {
        Refused.AddOrUpdate(code, 1, (_, count) => count + 1);
        return Interlocked.Increment(ref _seen);
    }

    /// <summary>How many files are as they were and of a state.</summary>
    public long KnownAs(string state, KnownFiles known) => known.Outcomes.Select((outcome, place) => outcome.State == state ? _known[place] : 0).Sum();

    /// <summary>Refused files by code, those that were not read again included.</summary>
    public SortedDictionary<string, long> RefusedByCode(KnownFiles known)
    {
        SortedDictionary<string, long> refused = new(Refused, StringComparer.Ordinal);
        foreach (var (outcome, place) in known.Outcomes.Select((outcome, place) => (outcome, place)).Where(pair => pair.outcome.State == FileState.Quarantined && _known[pair.place] > 0))
            refused[outcome.Code] = refused.GetValueOrDefault(outcome.Code) + _known[place];
        return refused;
    }
}
