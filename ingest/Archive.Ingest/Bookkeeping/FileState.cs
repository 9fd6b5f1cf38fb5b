namespace Archive.Ingest.Bookkeeping;

/// <summary>The words of <c>ingest_files.state</c>, and those that only a run knows.</summary>
internal static class FileState
{
    public const string Taken = "taken", Duplicate = "duplicate", Quarantined = "quarantined", Vanished = "vanished";

    /// <summary>Another modification time, the same header: of the row in the catalogue only the time is new.</summary>
    public const string Same = "same";

    /// <summary>Vanished, and to be forgotten.</summary>
    public const string Dropped = "dropped";
}
