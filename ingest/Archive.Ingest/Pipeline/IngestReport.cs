using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Pipeline;

/// <summary>What an ingest did. Every file is counted once: taken (new, changed or unchanged), left out as a duplicate, or refused.</summary>
public sealed record IngestReport
{
    public required long Files { get; init; }

    /// <summary>Those of them that are as they were when they were last read, and were not read; they are counted as what they were.</summary>
    public required long NotRead { get; init; }

    /// <summary>What became of each table that files belong to, by its name; a table that nothing was read for is not among them.</summary>
    public required IReadOnlyDictionary<string, IngestSummary> Tables { get; init; }

    /// <summary>Rows that their table didn't have.</summary>
    public long New => Tables.Values.Sum(table => table.New);

    /// <summary>Rows that replaced one of the same key.</summary>
    public long Changed => Tables.Values.Sum(table => table.Changed);

    /// <summary>Rows that their table had already, value for value, and rows of files with the same header as before.</summary>
    public long Unchanged => UnchangedFiles + Tables.Values.Sum(table => table.Unchanged);

    /// <summary>Files whose row is in its table and whose header is as it was.</summary>
    public required long UnchangedFiles { get; init; }

    /// <summary>Rows that were taken out, since their file is another observation's now or is dropped.</summary>
    public long Removed => Tables.Values.Sum(table => table.Removed);

    /// <summary>Files whose observation another file has, too: of those read together the last one by path counts, else the one that was read last.</summary>
    public long Duplicates => DuplicateFiles + Tables.Values.Sum(table => table.LeftOutCount);

    /// <summary>Duplicates whose header is as it was.</summary>
    public required long DuplicateFiles { get; init; }

    /// <summary>Files that were refused, in all.</summary>
    public long Refused => RefusedByCode.Values.Sum();

    /// <summary>Refused files by the code of the reason. Which files, and what to do, is in the quarantine.</summary>
    public required IReadOnlyDictionary<string, long> RefusedByCode { get; init; }

    /// <summary>What was odd about headers that were read and taken all the same, by code: how many headers.</summary>
    public required IReadOnlyDictionary<string, long> IssuesByCode { get; init; }

    /// <summary>Keywords that got no column, since their table has as many as it may.</summary>
    public int KeywordsLeftOut { get; init; }

    /// <summary>Files of former ingests, at or below the paths given, that are not there any more.</summary>
    public required long Vanished { get; init; }

    /// <summary>The first of them, by path.</summary>
    public required IReadOnlyList<string> VanishedPaths { get; init; }

    /// <summary>Files that are still being written, and were left for later.</summary>
    public required long Unsettled { get; init; }

    /// <summary>The first thousand of them.</summary>
    public required IReadOnlyList<string> UnsettledPaths { get; init; }

    /// <summary>The list of refused files, also of earlier ingests; null where there is none.</summary>
    public required string? QuarantineFile { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>How much of that went into writing partitions and manifests.</summary>
    public TimeSpan Writing { get; init; }
}
