using Archive.Catalogue.Manifests;

namespace Archive.Ingest.Partitioning;

/// <summary>Which nights an ingest has to look at: those that records belong to, and those that lose a row to one of them.</summary>
internal static class NightPlan
{
    private const int RowsTogether = 4096;

    /// <summary>The nights in groups that are written together: each of some thousand records, or of one night that has more.</summary>
    public static IEnumerable<IReadOnlyList<NightWork>> InGroups(IReadOnlyList<NightWork> nights)
    {
        List<NightWork> group = [];
        var rows = 0;
        foreach (var night in nights)
        {
            if (rows > 0 && rows + night.Incoming.Count > RowsTogether)
            {
                yield return group;
                (group, rows) = ([], 0);
            }

            group.Add(night);
            rows += night.Incoming.Count;
        }

        if (group.Count > 0) yield return group;
    }

    /// <param name="entries">The records, sorted by night.</param>
    /// <param name="current">The current snapshot.</param>
    /// <param name="partitions">Where it has which night.</param>
    /// <param name="departed">Rows of the current snapshot that leave their partition: moved to another one, or removed.</param>
    public static IReadOnlyList<NightWork> Of(SpoolEntry[] entries, Manifest current, PartitionsOfNights partitions, IEnumerable<(string Key, string Partition)> departed)
    {
        var files = current.Files.ToLookup(file => file.Partition, StringComparer.Ordinal);
        var departures = departed.Where(row => files.Contains(row.Partition)).ToLookup(row => row.Partition, row => row.Key, StringComparer.Ordinal);
        List<NightWork> nights = [];
        for (var start = 0; start < entries.Length;)
        {
            var end = start + 1;
            var partition = PartitionOf(entries[start]);
            while (end < entries.Length && (entries[end].DayNumber == entries[start].DayNumber || PartitionOf(entries[end]) == partition)) end++;
            nights.Add(new NightWork(partition, new ArraySegment<SpoolEntry>(entries, start, end - start), [.. files[partition]], [.. departures[partition]]));
            start = end;
        }

        var withRecords = nights.Select(night => night.Partition).ToHashSet(StringComparer.Ordinal);
        nights.AddRange(departures.Where(departure => !withRecords.Contains(departure.Key))
            .Select(departure => new NightWork(departure.Key, [], [.. files[departure.Key]], [.. departure])));
        return nights;

        string PartitionOf(SpoolEntry entry) => partitions.Of(DateOnly.FromDayNumber(entry.DayNumber));
    }
}
