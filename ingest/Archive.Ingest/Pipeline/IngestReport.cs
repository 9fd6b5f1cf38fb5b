using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Pipeline;

/// <summary>What an ingest did. Every file is counted once: taken (new, changed or unchanged), left out as a duplicate, or refused.</summary>
public sealed record IngestReport
{
    public required long Files { get; init; }

    /// <summary>What became of each table that files belong to, by its name.</summary>
    public required IReadOnlyDictionary<string, IngestSummary> Tables { get; init; }

    /// <summary>Rows that their table didn't have.</summary>
    public long New => Tables.Values.Sum(table => table.New);

    /// <summary>Rows that replaced one of the same key.</summary>
    public long Changed => Tables.Values.Sum(table => table.Changed);

    /// <summary>Rows that their table had already, value for value.</summary>
    public long Unchanged => Tables.Values.Sum(table => table.Unchanged);

    /// <summary>Files whose observation another file of this ingest has, too: the last one by path counts.</summary>
    public long Duplicates => Tables.Values.Sum(table => table.LeftOutCount);

    /// <summary>Files that were refused, in all.</summary>
    public long Refused => RefusedByCode.Values.Sum();

    /// <summary>Refused files by the code of the reason. Which files, and what to do, is in the quarantine.</summary>
    public required IReadOnlyDictionary<string, long> RefusedByCode { get; init; }

    /// <summary>What was odd about headers that were taken all the same, by code: how many headers.</summary>
    public required IReadOnlyDictionary<string, long> IssuesByCode { get; init; }

    /// <summary>The list of refused files, also of earlier ingests; null where there is none.</summary>
    public required string? QuarantineFile { get; init; }

    public required TimeSpan Elapsed { get; init; }
}
