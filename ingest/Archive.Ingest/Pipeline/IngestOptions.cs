using Archive.Ingest.Fits;

namespace Archive.Ingest.Pipeline;

/// <summary>How an ingest reads files.</summary>
public sealed record IngestOptions
{
    /// <summary>Refuse each file whose header has an issue of more than <see cref="IssueSeverity.Note"/>. By default what can be taken is taken, and the issues are counted.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The HDU whose header is read in each file; null for the one that describes the observation. Nothing is merged from other HDUs.</summary>
    public HduChoice? Hdu { get; init; }
}
