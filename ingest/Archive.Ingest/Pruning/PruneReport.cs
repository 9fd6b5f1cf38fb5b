using System.Collections.Immutable;

namespace Archive.Ingest.Pruning;

/// <summary>What pruning a table removed, or would remove.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Removed">Numbers of the snapshots that are gone, in order.</param>
/// <param name="Kept">Numbers of those that stay, in order.</param>
/// <param name="Files">Partition files that no snapshot names any more.</param>
/// <param name="Bytes">Their size.</param>
public sealed record PruneReport(string Table, ImmutableArray<int> Removed, ImmutableArray<int> Kept, int Files, long Bytes);
