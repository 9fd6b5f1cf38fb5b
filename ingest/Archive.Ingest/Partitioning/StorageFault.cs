using Archive.Catalogue.Folder;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>What the disk, the file system or DuckDB says against a step, told so that one knows what to do.</summary>
internal static class StorageFault
{
    /// <summary>Runs a step of writing to a table.</summary>
    /// <param name="folder">The table's folder.</param>
    /// <param name="step">What to do.</param>
    /// <param name="state">What holds if it fails.</param>
    /// <exception cref="IngestException">The step failed for a reason that is not in the program.</exception>
    public static void Guard(TableFolder folder, Action step, string state = "The table is as it was before.")
    {
        try
        {
            step();
        }
        catch (Exception error) when (IsOne(error))
        {
            throw Told(folder, error, state);
        }
    }

    public static bool IsOne(Exception error) => error is IOException or UnauthorizedAccessException || error is DuckDbException { IsInterrupt: false };

    public static IngestException Told(TableFolder folder, Exception error, string state = "The table is as it was before.") =>
        new($"Writing to {folder.Root} failed: {error.Message.TrimEnd().TrimEnd('.')}. {state} Check the disk's free space (archive prune makes some) and the folder's rights, then start again.", error);
}
