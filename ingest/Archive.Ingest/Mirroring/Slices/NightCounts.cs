using System.Collections.Immutable;
using Archive.Ingest.Mirroring.Remote;

namespace Archive.Ingest.Mirroring.Slices;

/// <summary>The remote's count and fingerprint of each night, by one GROUP BY where it can do that.</summary>
internal sealed class NightCounts(RemoteService service, RemoteTable table, SliceAxis axis, ImmutableArray<string> aggregates)
{
    /// <summary>How a service makes a day of an instant, a text or a day. Which of them works is tried, since what the column is there can't be known: Oracle's DATE is one with a time.</summary>
    private static IEnumerable<string> DayForms(RemoteTable table, SliceAxis axis)
    {
        var isDay = table.Definition.FindColumn(axis.Name)!.Type.IsDate;
        if (isDay) yield return axis.Written;
        yield return $"to_char({axis.Written}, 'YYYY-MM-DD')";
        yield return $"substr({axis.Written}, 1, 10)";
    }

    /// <summary>Counts by night.</summary>
    /// <returns>The nights in order; null where the service can't group by night, or rows have none.</returns>
    public async Task<IReadOnlyList<RangeCount>?> CountAsync(AxisRange within, string? condition, CancellationToken cancellation)
    {
        foreach (var form in DayForms(table, axis))
        {
            try
            {
                List<RangeCount> found = [];
                if (await TryAddAsync(form, within, condition, found, cancellation)) return found;
            }
            catch (RemoteRefusalException)
            {
                // The next form may be understood.
            }
        }

        return null;
    }

    private async Task<bool> TryAddAsync(string form, AxisRange within, string? condition, List<RangeCount> found, CancellationToken cancellation)
    {
        var answer = await service.AskAsync(table.Select($"{form} AS night, COUNT(*) AS n{Fingerprint.SelectList(aggregates)}", condition, axis.Condition(within)) + $" GROUP BY {form}", cancellation);
        if (answer.IsOverflow) return await TryHalvesAsync(form, within, condition, found, cancellation);
        List<RangeCount> nights = [];
        foreach (var row in answer.Rows)
        {
            if (row[0] is null || !UtDay.TryParseMidnight(row[0]!, out var day)) return false;
            nights.Add(new RangeCount(AxisRange.Day(day), RangeCount.NumberOf(row[1]), Fingerprint.Of(row.AsSpan(2))));
        }

        found.AddRange(nights.OrderBy(night => night.Range.From, StringComparer.Ordinal));
        return nights.Select(night => night.Range).Distinct().Count() == nights.Count;
    }

    /// <summary>More nights than the service gives at once are asked for in two parts.</summary>
    private async Task<bool> TryHalvesAsync(string form, AxisRange within, string? condition, List<RangeCount> found, CancellationToken cancellation)
    {
        var bounds = (await service.AskAsync(table.Select($"MIN({axis.Written}) AS lo, MAX({axis.Written}) AS hi", condition, axis.Condition(within)), cancellation)).Rows;
        if (bounds is not [[{ Length: >= 10 } low, { Length: >= 10 } high]] || axis.Midpoint(low[..10], axis.Beyond(high[..10])) is not { } middle) return false;
        return await TryAddAsync(form, within with { To = middle }, condition, found, cancellation) && await TryAddAsync(form, within with { From = middle }, condition, found, cancellation);
    }
}
