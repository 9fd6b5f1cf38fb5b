using System.Globalization;
using Archive.Tap.Errors;
using Archive.Tap.Parameters;

namespace Archive.Tap.Async.Resources;

/// <summary>Which jobs a list shall name: PHASE (any of several), AFTER and LAST, all of which must hold (UWS 1.1, section 2.2.2.1).</summary>
internal sealed record JobListFilter(HashSet<string> Phases, DateTimeOffset? After, int? Last)
{
    /// <exception cref="TapException">A value can't be read.</exception>
    public static JobListFilter Read(RequestParameters parameters)
    {
        var phases = parameters.All("PHASE").ToHashSet();
        if (phases.FirstOrDefault(phase => !JobPhases.IsWord(phase)) is { } unknown)
            throw TapException.BadRequest($"PHASE '{RequestParameters.Shortened(unknown)}' is not a phase of UWS. They are written in capitals: PENDING, EXECUTING, COMPLETED, ERROR, ABORTED.");
        DateTimeOffset? after = null;
        if (parameters.Has("AFTER", out var text))
            after = UwsTime.TryRead(text, out var instant) ? instant : throw TapException.BadRequest("AFTER is not an instant such as 2026-01-31T12:00:00Z.");
        int? last = null;
        if (parameters.Has("LAST", out text))
            last = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : throw TapException.BadRequest("LAST is not a number of jobs: it takes an integer, 1 or more.");
        return new JobListFilter(phases, after, last);
    }

    /// <summary>The jobs that hold, the newest first where only the last are wanted, else in the order in which they were made.</summary>
    public IEnumerable<JobRecord> Apply(IEnumerable<JobRecord> records)
    {
        var chosen = records.Where(record => (Phases.Count == 0 || Phases.Contains(record.Phase.Word())) && !(record.CreationTime <= After));
        return Last is { } last ? chosen.OrderByDescending(record => record.CreationTime).Take(last) : chosen.OrderBy(record => record.CreationTime);
    }
}
