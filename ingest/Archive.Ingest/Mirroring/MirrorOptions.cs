using System.Collections.Immutable;

namespace Archive.Ingest.Mirroring;

/// <summary>What is to be mirrored, and how gently.</summary>
public sealed record MirrorOptions
{
    /// <summary>Address of the remote TAP service: what <c>/sync</c> is put behind.</summary>
    public required Uri Service { get; init; }

    /// <summary>The remote table, as a query there names it.</summary>
    public required string RemoteTable { get; init; }

    /// <summary>Name of the table here.</summary>
    public required string TableName { get; init; }

    /// <summary>The first and the last UT date to look at; null for no bound. Nights outside stay as they are.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>A search condition in the remote's ADQL that rows must meet; null for all.</summary>
    public string? Where { get; init; }

    /// <summary>The columns to take; empty for all.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The column by which the table is cut into slices; null to choose it: the UT date, or else the key.</summary>
    public string? SliceColumn { get; init; }

    /// <summary>Requests at the same time.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Rows that one job of the remote is asked for at most.</summary>
    public int RowsPerJob { get; init; } = 20_000;

    /// <summary>Remove what is gone at the remote.</summary>
    public bool Drop { get; init; }

    /// <summary>Pull all again, whatever counts and fingerprints say, and tell what differs.</summary>
    public bool Verify { get; init; }

    /// <summary>How the remote's operators can reach whoever runs this; part of the User-Agent.</summary>
    public string? Contact { get; init; }

    /// <summary>How long the remote may take until it begins to answer, and between two pieces of an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The pause before the second attempt; each later one is twice as long, up to a minute.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);
}
