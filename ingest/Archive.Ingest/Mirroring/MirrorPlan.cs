using System.Collections.Immutable;
using Archive.Ingest.Mirroring.Remote;
using Archive.Ingest.Mirroring.Slices;

namespace Archive.Ingest.Mirroring;

/// <summary>Ranges that are pulled and committed together.</summary>
/// <param name="Ranges">With what the remote counts in them, in order and next to each other.</param>
/// <param name="Replaced">Ranges of the former pull whose place they take.</param>
internal sealed record SliceWork(IReadOnlyList<RangeCount> Ranges, IReadOnlyList<MirroredRange> Replaced)
{
    public long Rows => Ranges.Sum(range => range.Rows);
}

/// <summary>What is to be done: slices to pull, and what is gone or as it was.</summary>
internal sealed record MirrorPlan(ImmutableArray<SliceWork> Slices, ImmutableArray<MirroredRange> Gone, int Unchanged, ImmutableArray<string> Aggregates)
{
    public long Rows => Slices.Sum(slice => slice.Rows);
}

/// <summary>Compares what the remote counts with what was pulled before.</summary>
/// <param name="service">The remote.</param>
/// <param name="table">Its table.</param>
/// <param name="axis">The column that cuts it.</param>
/// <param name="options">Which nights, and whether to pull all.</param>
/// <param name="state">What was pulled.</param>
/// <param name="present">SHA-256 of the files of the current snapshot.</param>
internal sealed class MirrorPlanning(RemoteService service, RemoteTable table, SliceAxis axis, MirrorOptions options, MirrorState state, IReadOnlySet<string> present)
{
    private readonly Dictionary<AxisRange, MirroredRange> _before = state.Ranges.ToDictionary(range => range.Range);

    private long RowsOfSlice => Math.Min(options.RowsPerJob, service.RowLimit);

    private AxisRange Within => new(options.From is { } from ? UtDay.Text(from) : null, options.To is { } to ? UtDay.Text(to.AddDays(1)) : null);

    /// <exception cref="IngestException">The remote refuses to count.</exception>
    public async Task<MirrorPlan> MakeAsync(CancellationToken cancellation)
    {
        var choices = state.Ranges.IsEmpty ? Fingerprint.Choices(table) : [state.Aggregates];
        var isByNight = axis.Kind == AxisKind.UtDate && state.Ranges.All(range => range.Range.IsDay);
        RemoteRefusalException? refusal = null;
        foreach (var aggregates in choices)
        {
            try
            {
                if (isByNight && await new NightCounts(service, table, axis, aggregates).CountAsync(Within, null, cancellation) is { } nights) return ByNight(nights, aggregates);
                if (!isByNight || (aggregates.IsEmpty && state.Ranges.IsEmpty)) return await ByRangeAsync(aggregates, cancellation);
            }
            catch (RemoteRefusalException error)
            {
                refusal = error;
            }
        }

        throw new IngestException($"{service.Address} refuses to count the rows of {table.Name}{(isByNight ? " by night" : "")}: {refusal?.Message ?? "it doesn't understand how it is asked."}");
    }

    private MirrorPlan ByNight(IReadOnlyList<RangeCount> nights, ImmutableArray<string> aggregates)
    {
        List<SliceWork> slices = [];
        List<RangeCount> together = [];
        var unchanged = 0;
        foreach (var night in nights)
        {
            if (IsPresent(night))
            {
                unchanged++;
                Close();
                continue;
            }

            if (together.Sum(waiting => waiting.Rows) + night.Rows > RowsOfSlice) Close();
            together.Add(night);
        }

        Close();
        var there = nights.Select(night => night.Range).ToHashSet();
        var gone = state.Ranges.Where(range => !there.Contains(range.Range) && IsWithin(range.Range));
        return new MirrorPlan([.. slices], [.. gone], unchanged, aggregates);

        void Close()
        {
            if (together.Count > 0) slices.Add(new SliceWork(together, [.. together.Select(night => _before.GetValueOrDefault(night.Range)).OfType<MirroredRange>()]));
            together = [];
        }
    }

    private async Task<MirrorPlan> ByRangeAsync(ImmutableArray<string> aggregates, CancellationToken cancellation)
    {
        if (Within != AxisRange.Whole) throw new IngestException($"{table.Name} can't be counted by night at {service.Address}: --from and --to can't be used with it.");
        var cuts = new RangeCuts(service, table, axis, aggregates);
        if (state.Ranges.IsEmpty) return new MirrorPlan([.. (await cuts.CutAsync(AxisRange.Whole, null, RowsOfSlice, cancellation)).Select(range => new SliceWork([range], []))], [], 0, aggregates);
        List<SliceWork> slices = [];
        List<MirroredRange> gone = [];
        var unchanged = 0;
        IEnumerable<AxisRange> known = state.Ranges.Select(range => range.Range);
        foreach (var range in known.Contains(AxisRange.Nulls) || known.Contains(AxisRange.Whole) || axis.Kind == AxisKind.UtDate ? known : known.Append(AxisRange.Nulls))
        {
            var now = await cuts.CountAsync(range, null, cancellation);
            if (now.Rows == 0 && _before.TryGetValue(range, out var former)) gone.Add(former);
            else if (now.Rows == 0) continue;
            else if (IsPresent(now)) unchanged++;
            else slices.Add(new SliceWork(now.Rows <= RowsOfSlice || range.IsNull ? [now] : await cuts.CutAsync(range, null, RowsOfSlice, cancellation), _before.TryGetValue(range, out var old) ? [old] : []));
        }

        return new MirrorPlan([.. slices], [.. gone], unchanged, aggregates);
    }

    private bool IsPresent(RangeCount now) =>
        !options.Verify && _before.TryGetValue(now.Range, out var before) && before.Rows == now.Rows && before.Fingerprint == now.Fingerprint && before.Files.All(present.Contains);

    private bool IsWithin(AxisRange range) =>
        (Within.From is null || string.CompareOrdinal(range.From, Within.From) >= 0) && (Within.To is null || string.CompareOrdinal(range.To, Within.To) <= 0);
}
