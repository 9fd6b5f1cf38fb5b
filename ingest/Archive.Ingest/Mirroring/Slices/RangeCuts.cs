using System.Collections.Immutable;
using Archive.Ingest.Mirroring.Remote;

namespace Archive.Ingest.Mirroring.Slices;

/// <summary>Cuts rows into ranges of a column by halves, asking for the count of each, until none has more than a number of rows or can be cut further.</summary>
internal sealed class RangeCuts(RemoteService service, RemoteTable table, SliceAxis axis, ImmutableArray<string> aggregates)
{
    private const int Deepest = 64;

    /// <summary>The ranges, in order, none of them empty; rows without a value are one more. A range that can't be cut may have more rows than wanted.</summary>
    /// <param name="within">The range to begin with.</param>
    /// <param name="condition">What else the rows must meet; null for nothing.</param>
    /// <param name="limit">Rows of a range.</param>
    /// <param name="cancellation">Ends the counting.</param>
    public async Task<IReadOnlyList<RangeCount>> CutAsync(AxisRange within, string? condition, long limit, CancellationToken cancellation)
    {
        var asked = table.Select($"COUNT(*) AS n, COUNT({axis.Written}) AS v, MIN({axis.Written}) AS lo, MAX({axis.Written}) AS hi{Fingerprint.SelectList(aggregates)}", condition, axis.Condition(within));
        var row = (await service.AskAsync(asked, cancellation)).Rows is [var only] ? only : throw new RemoteRefusalException("The remote answered a COUNT with no row.");
        var (rows, values) = (RangeCount.NumberOf(row[0]), RangeCount.NumberOf(row[1]));
        List<RangeCount> found = [];
        if (rows <= limit || values == 0)
        {
            if (rows > 0) found.Add(new RangeCount(values == 0 && !within.IsNull ? AxisRange.Nulls : within, rows, Fingerprint.Of(row.AsSpan(4))));
            return found;
        }

        var (low, high) = axis.Kind == AxisKind.UtDate ? (row[2]![..10], row[3]![..10]) : (row[2]!, row[3]!);
        await AddAsync(within, within.From ?? low, within.To ?? axis.Beyond(high), new RangeCount(within, values, null), condition, limit, found, 0, cancellation);
        if (rows > values) found.Add(await CountAsync(AxisRange.Nulls, condition, cancellation));
        return found;
    }

    /// <summary>Counts one range.</summary>
    public async Task<RangeCount> CountAsync(AxisRange range, string? condition, CancellationToken cancellation)
    {
        var answer = await service.AskAsync(table.Select($"COUNT(*) AS n{Fingerprint.SelectList(aggregates)}", condition, axis.Condition(range)), cancellation);
        return answer.Rows is [var row] ? new RangeCount(range, RangeCount.NumberOf(row[0]), Fingerprint.Of(row.AsSpan(1))) : throw new RemoteRefusalException("The remote answered a COUNT with no row.");
    }

    private async Task AddAsync(AxisRange range, string low, string high, RangeCount counted, string? condition, long limit, List<RangeCount> found, int depth, CancellationToken cancellation)
    {
        if (counted.Rows == 0) return;
        if (counted.Rows <= limit || depth == Deepest || axis.Midpoint(low, high) is not { } middle)
        {
            found.Add(counted.Fingerprint is null && aggregates.Length > 0 ? await CountAsync(range, condition, cancellation) : counted);
            return;
        }

        foreach (var (half, from, to) in new[] { (range with { To = middle }, low, middle), (range with { From = middle }, middle, high) })
            await AddAsync(half, from, to, await CountAsync(half, condition, cancellation), condition, limit, found, depth + 1, cancellation);
    }
}
