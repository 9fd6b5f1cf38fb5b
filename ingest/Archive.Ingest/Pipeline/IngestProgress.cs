namespace Archive.Ingest.Pipeline;

/// <summary>What an ingest is at.</summary>
public enum IngestStage
{
    /// <summary>Folders are listed; how many files there are isn't known yet.</summary>
    Listing,

    /// <summary>Headers are read and translated.</summary>
    Reading,

    /// <summary>Partitions are written; takes seconds for thousands of nights.</summary>
    Writing,
}

/// <summary>How far an ingest is.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="FilesSeen">Files read so far.</param>
/// <param name="FilesTaken">Those of them that gave a record.</param>
/// <param name="FilesTotal">Files in all; 0 while they are listed.</param>
/// <param name="Elapsed">Time since the ingest began.</param>
public readonly record struct IngestProgress(IngestStage Stage, long FilesSeen, long FilesTaken, long FilesTotal, TimeSpan Elapsed)
{
    /// <summary>Files read in a second, on average.</summary>
    public double FilesPerSecond => Elapsed > TimeSpan.Zero ? FilesSeen / Elapsed.TotalSeconds : 0;
}
