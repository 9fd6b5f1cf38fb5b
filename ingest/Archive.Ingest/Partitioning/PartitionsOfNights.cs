using Archive.Catalogue.Manifests;

namespace Archive.Ingest.Partitioning;

/// <summary>Which partition of a snapshot a night belongs to: the month or year that it was put into by compaction, else one of its own.</summary>
internal sealed class PartitionsOfNights(Manifest current)
{
    private readonly HashSet<string> _present = current.Files.Select(file => file.Partition).ToHashSet(StringComparer.Ordinal);

    public string Of(DateOnly night)
    {
        foreach (var wider in new[] { PartitionPeriod.Year(night), PartitionPeriod.Month(night) })
        {
            if (_present.Contains(wider.ToString())) return wider.ToString();
        }

        return PartitionPeriod.Night(night).ToString();
    }
}
