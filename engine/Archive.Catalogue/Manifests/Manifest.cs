using System.Collections.Immutable;

namespace Archive.Catalogue.Manifests;

/// <summary>One Parquet file of a snapshot.</summary>
/// <param name="Path">Path relative to the table's folder, with <c>/</c>: <c>ut_date=2004-08-24/1f06….parquet</c>.</param>
/// <param name="Partition">The UT dates of its rows, as <see cref="PartitionPeriod"/> writes them: mostly one night; empty for a table that isn't cut by date.</param>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">Hash of the file's bytes, lower-case hexadecimal.</param>
public sealed record PartitionFile(string Path, string Partition, long Rows, long Bytes, string Sha256);

/// <summary>
/// A snapshot of a table: the files that together are its rows. Immutable once written; a new ingest writes the next number and
/// makes it current by one atomic rename.
/// </summary>
public sealed record Manifest
{
    /// <summary>Counts from 1; 0 is the empty table before the first ingest.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Name of the table's description as it was then, in the folder of the manifests; null in manifests that are older than such copies.</summary>
    public string? Description { get; init; }

    /// <summary>Sorted by partition, then path.</summary>
    public required ImmutableArray<PartitionFile> Files { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public long Rows => Files.Sum(file => file.Rows);

    public static Manifest Empty { get; } = new() { Number = 0, Created = DateTimeOffset.UnixEpoch, Files = [] };
}
