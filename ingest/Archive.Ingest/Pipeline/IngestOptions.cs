using Archive.Ingest.Fits;

namespace Archive.Ingest.Pipeline;

/// <summary>How an ingest reads files, and which.</summary>
public sealed record IngestOptions
{
    /// <summary>Refuse each file whose header has an issue of more than <see cref="IssueSeverity.Note"/>. By default what can be taken is taken, and the issues are counted.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The HDU whose header is read in each file; null for the one that describes the observation. Nothing is merged from other HDUs.</summary>
    public HduChoice? Hdu { get; init; }

    /// <summary>Read all files, also those that are as they were.</summary>
    public bool IsRereading { get; init; }

    /// <summary>Remove the rows of files that are gone; otherwise they are reported and kept.</summary>
    public bool IsDroppingVanished { get; init; }

    /// <summary>What was asked for, as the account of runs tells it.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>Which files are ready to be read; null where all are.</summary>
    internal SettledFiles? Settled { get; init; }
}
