using Archive.Catalogue.Manifests;

namespace Archive.Ingest.Compaction;

/// <summary>Partitions that become one.</summary>
/// <param name="Period">What the new one holds.</param>
/// <param name="Files">The files of which it takes the place, in the order of their dates.</param>
public sealed record CompactionStep(PartitionPeriod Period, IReadOnlyList<PartitionFile> Files)
{
    public long Rows => Files.Sum(file => file.Rows);
}

/// <summary>Finds what to put together: whole years where they are small enough, else whole months.</summary>
public static class CompactionPlan
{
    /// <param name="current">The snapshot.</param>
    /// <param name="rule">Which nights.</param>
    /// <exception cref="ManifestException">A partition of the snapshot has no name of a date, month or year.</exception>
    public static IReadOnlyList<CompactionStep> Of(Manifest current, CompactionRule rule)
    {
        var parts = current.Files.Where(file => file.Partition.Length > 0).Select(file => (File: file, Period: PartitionPeriod.Parse(file.Partition))).ToList();
        if (parts.Count == 0) return [];
        var newest = parts.Max(part => part.Period.Last);
        var steps = new List<CompactionStep>();
        foreach (var year in parts.GroupBy(part => PartitionPeriod.Year(part.Period.First)))
        {
            if (Fits(year, year.Key)) Add(year, year.Key);
            else AddMonths(year);
        }

        return steps;

        bool Fits(IEnumerable<(PartitionFile File, PartitionPeriod Period)> files, PartitionPeriod period) =>
            period.Last.DayNumber + rule.SettledDays <= newest.DayNumber && files.Sum(part => part.File.Rows) <= rule.MaximumRows;

        void AddMonths(IEnumerable<(PartitionFile File, PartitionPeriod Period)> year)
        {
            var inMonths = year.Where(part => PartitionPeriod.Month(part.Period.First).Last >= part.Period.Last);
            foreach (var month in inMonths.GroupBy(part => PartitionPeriod.Month(part.Period.First)).Where(month => Fits(month, month.Key))) Add(month, month.Key);
        }

        // One partition that is one file stays as it is, whatever its name: to write it under another would save nothing.
        void Add(IEnumerable<(PartitionFile File, PartitionPeriod Period)> files, PartitionPeriod period)
        {
            var ordered = files.OrderBy(part => part.Period.First).ThenBy(part => part.File.Path, StringComparer.Ordinal).Select(part => part.File).ToList();
            if (ordered.Count > 1) steps.Add(new CompactionStep(period, ordered));
        }
    }
}
