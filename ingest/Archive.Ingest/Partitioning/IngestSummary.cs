namespace Archive.Ingest.Partitioning;

/// <summary>What an ingest did to a table. New, changed and unchanged rows together are the records that came in, without those left out.</summary>
public sealed record IngestSummary
{
    /// <summary>Rows whose key the table didn't have.</summary>
    public required long New { get; init; }

    /// <summary>Rows that replaced one of the same key, because a value differs or the night does.</summary>
    public required long Changed { get; init; }

    /// <summary>Rows that the table had already, value for value.</summary>
    public required long Unchanged { get; init; }

    /// <summary>Rows that were taken out.</summary>
    public required long Removed { get; init; }

    /// <summary>Records that another record of the same ingest and key took the place of.</summary>
    public required long LeftOutCount { get; init; }

    /// <summary>The first thousand of them, sorted by key.</summary>
    public required IReadOnlyList<DuplicateKey> LeftOut { get; init; }

    /// <summary>The UT dates whose rows are different now, sorted.</summary>
    public required IReadOnlyList<string> TouchedPartitions { get; init; }

    /// <summary>Number of the snapshot that is current now.</summary>
    public required int ManifestNumber { get; init; }

    /// <summary>True if that is a new one; false if nothing had to change.</summary>
    public required bool IsCommitted { get; init; }
}
