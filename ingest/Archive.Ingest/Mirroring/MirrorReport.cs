namespace Archive.Ingest.Mirroring;

/// <summary>How a night, or another slice, differs from what was mirrored of it before.</summary>
/// <param name="Name">The UT date, or the range of the column that cuts the table.</param>
/// <param name="RowsBefore">Rows here before; 0 where it is new.</param>
/// <param name="RowsNow">Rows at the remote now; 0 where it is gone.</param>
public sealed record Drift(string Name, long RowsBefore, long RowsNow);

/// <summary>What a mirror run did and found.</summary>
public sealed record MirrorReport
{
    /// <summary>What differs from the former pull.</summary>
    public required IReadOnlyList<Drift> Added { get; init; }

    public required IReadOnlyList<Drift> Changed { get; init; }

    /// <summary>What the remote has no more. It is kept unless it was to be dropped.</summary>
    public required IReadOnlyList<Drift> Gone { get; init; }

    /// <summary>Nights or slices that were there already and were not transferred.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that were transferred.</summary>
    public required long RowsPulled { get; init; }

    /// <summary>Rows of the table here now.</summary>
    public required long Rows { get; init; }

    public required long Requests { get; init; }

    /// <summary>Bytes of all answers, as they came over the line.</summary>
    public required long BytesReceived { get; init; }

    public required int ManifestNumber { get; init; }

    public required bool IsCommitted { get; init; }

    /// <summary>What is worth knowing.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required TimeSpan Elapsed { get; init; }
}

/// <summary>How far a mirror run is.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="RowsDone">Rows pulled so far.</param>
/// <param name="RowsTotal">Rows to pull; 0 where that isn't known yet.</param>
public sealed record MirrorProgress(string Stage, long RowsDone, long RowsTotal);
