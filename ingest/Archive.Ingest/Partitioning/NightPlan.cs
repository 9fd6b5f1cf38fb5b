using Archive.Catalogue.Manifests;

namespace Archive.Ingest.Partitioning;

/// <summary>Which nights an ingest has to look at: those that records belong to, and those that lose a row to one of them.</summary>
internal static class NightPlan
{
    private const int RowsTogether = 4096;

    /// <summary>What a night costs beside its records, in records.</summary>
    private const int RowsOfANight = 16;

    /// <summary>The nights in groups that are written together: each of some thousand records, or of one night that has more.</summary>
    public static IEnumerable<IReadOnlyList<NightWork>> InGroups(IReadOnlyList<NightWork> nights)
    {
        List<NightWork> group = [];
        var rows = 0;
        foreach (var night in nights)
        {
            var cost = Math.Max(RowsOfANight, night.Incoming.Count);
            if (rows > 0 && rows + cost > RowsTogether)
            {
                yield return group;
                (group, rows) = ([], 0);
            }

            group.Add(night);
            rows += cost;
        }

        if (group.Count > 0) yield return group;
    }

    /// <param name="entries">The records, sorted by night.</param>
    /// <param name="current">The current snapshot.</param>
    /// <param name="partitions">Where it has which night.</param>
    /// <param name="departed">Rows of the current snapshot that leave their partition: moved to another one, or removed.</param>
    /// <param name="withAll">All other partitions too, since their files are to be written anew.</param>
    public static IReadOnlyList<NightWork> Of(SpoolEntry[] entries, Manifest current, PartitionsOfNights partitions, IEnumerable<(string Key, string Partition)> departed, bool withAll)
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
        if (!withAll) return nights;
        var planned = nights.Select(night => night.Partition).ToHashSet(StringComparer.Ordinal);
        nights.AddRange(files.Where(partition => !planned.Contains(partition.Key)).Select(partition => new NightWork(partition.Key, [], [.. partition], [])));
        return nights;

        string PartitionOf(SpoolEntry entry) => partitions.Of(DateOnly.FromDayNumber(entry.DayNumber));
    }
}
