using Archive.Catalogue.Tables;

namespace Archive.Ingest.Importing;

/// <summary>What was found in a file that is to be imported, and what it will become: to be shown before it is done.</summary>
public sealed record ImportPlan
{
    /// <summary>Absolute path of the file.</summary>
    public required string Source { get; init; }

    /// <summary>What the file is, for people: <c>Parquet</c>, <c>CSV</c>, <c>TSV</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The table that the file becomes, with the key, UT date and position that were recognised.</summary>
    public required Table Table { get; init; }

    public required long Rows { get; init; }

    /// <summary>The column whose UT date cuts the table into partitions, be it a day or an instant; null where it stays uncut.</summary>
    public string? PartitionedBy { get; init; }

    /// <summary>Partitions that the table will have; 1 where it stays uncut.</summary>
    public required int PartitionCount { get; init; }

    /// <summary>What is worth knowing: conversions, and columns that look like a key, date or position by name but not by their values.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>What an import did.</summary>
/// <param name="Rows">Rows of the table now.</param>
/// <param name="PartitionFiles">Files of the table now.</param>
/// <param name="ManifestNumber">Number of the snapshot that is current now.</param>
/// <param name="IsCommitted">True if that is a new one; false if the table was just that before.</param>
public sealed record ImportSummary(long Rows, int PartitionFiles, int ManifestNumber, bool IsCommitted);
