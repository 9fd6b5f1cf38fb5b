namespace Archive.Ingest.Pipeline;

/// <summary>What a step of a large ingest leaves in .NET's heap is of no use to DuckDB, which does the next one and has its memory elsewhere.</summary>
internal static class UnusedMemory
{
    private const int ManyFiles = 50_000;

    /// <summary>Gives it back, where so many files were read that it is worth the time.</summary>
    public static void GiveBack(long files)
    {
        if (files > ManyFiles) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }
}
