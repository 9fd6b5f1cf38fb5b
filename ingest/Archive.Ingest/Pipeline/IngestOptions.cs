using Archive.Ingest.Fits;

namespace Archive.Ingest.Pipeline;

/// <summary>How an ingest reads files, which, and where to.</summary>
public sealed record IngestOptions
{
    /// <summary>
    /// The table that takes the files. A table of a known instrument takes those of the instrument alone; any other takes all, by the definition in its folder or else with a column for each keyword.
    /// By default each file goes to the table of its instrument, and one of no known instrument to <see cref="IngestRun.GeneralTableName"/>.
    /// </summary>
    public string? Table { get; init; }

    /// <summary>
    /// A definition file by which the table takes the files; null for the one in the table's folder, where it is kept for later ingests. Its name of the table counts where
    /// <see cref="Table"/> is null.
    /// </summary>
    public string? DefinitionFile { get; init; }

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

    /// <summary>The folders below which files have their names; null for the paths that are ingested.</summary>
    internal IReadOnlyList<string>? Roots { get; init; }

    /// <summary>Which files are ready to be read; null where all are.</summary>
    internal SettledFiles? Settled { get; init; }
}
