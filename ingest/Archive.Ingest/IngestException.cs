namespace Archive.Ingest;

/// <summary>
/// An ingest or import can't go on: a folder is missing, the disk is full, another ingest is running, a table to import can't be
/// read. The message says what to do. The table's former snapshot is whole. What is wrong with a single FITS file is never told this
/// way.
/// </summary>
public sealed class IngestException(string message, Exception? inner = null) : Exception(message, inner);
