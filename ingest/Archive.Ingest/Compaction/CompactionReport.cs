namespace Archive.Ingest.Compaction;

/// <summary>What became of a table.</summary>
/// <param name="Table">Its name.</param>
/// <param name="FilesBefore">Partition files before.</param>
/// <param name="FilesAfter">Partition files after.</param>
/// <param name="ManifestNumber">The snapshot that is current now; the former one where nothing was put together.</param>
public sealed record CompactionReport(string Table, int FilesBefore, int FilesAfter, int ManifestNumber);
