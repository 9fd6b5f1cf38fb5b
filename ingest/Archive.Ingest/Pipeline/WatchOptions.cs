namespace Archive.Ingest.Pipeline;

/// <summary>How an ingest waits for files.</summary>
public sealed record WatchOptions
{
    /// <summary>How long a file must have stayed as it is before it is read.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often all folders are looked through: network file systems tell nothing of what others write.</summary>
    public TimeSpan Rescan { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// For how many times as long as a batch took to be written the next one waits, a rescan's time at most. A batch writes the nights that it changes anew, so what it
    /// costs grows with the night; this bounds its share of the time, however long the night is and however fast its files come: more of them make larger batches, not more.
    /// </summary>
    public int PauseFactor { get; init; } = 4;
}
