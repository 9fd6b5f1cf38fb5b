using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// Exclusive access to a table's folder while an ingest or import runs: takes the lock, removes what a killed one left, makes room for
/// unfinished work and removes it in the end.
/// </summary>
internal sealed class TableWriter : IDisposable
{
    private readonly TableLock _lock;

    private TableWriter(TableFolder folder, TableLock tableLock)
    {
        Folder = folder;
        _lock = tableLock;
        Manifests = new ManifestStore(folder);
    }

    public TableFolder Folder { get; }

    public ManifestStore Manifests { get; }

    /// <exception cref="IngestException">Another ingest is running, or the folder can't be written to.</exception>
    /// <exception cref="ManifestException">The table's manifests can't be read.</exception>
    public static TableWriter Open(TableFolder folder) => Open(folder, () => Directory.CreateDirectory(UnfinishedWork.FolderOf(folder)));

    /// <summary>The same for who only removes: makes nothing, for which a full disk may have no room.</summary>
    /// <exception cref="IngestException">Another ingest is running, or something can't be removed.</exception>
    /// <exception cref="ManifestException">The table's manifests can't be read.</exception>
    public static TableWriter OpenToRemove(TableFolder folder) => Open(folder, () => { });

    /// <summary>Path of a file that isn't part of the table yet.</summary>
    public string UnfinishedFile(string name) => Path.Combine(UnfinishedWork.FolderOf(Folder), name);

    /// <summary>Runs a step; what the disk or DuckDB says against it becomes a message that says what to do.</summary>
    public void Guard(Action step) => StorageFault.Guard(Folder, step);

    public void Dispose()
    {
        try
        {
            UnfinishedWork.Discard(Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next ingest sweeps it; the failure that led here is the one to tell.
        }

        _lock.Dispose();
    }

    private static TableWriter Open(TableFolder folder, Action prepare)
    {
        var writer = new TableWriter(folder, TableLock.Take(folder));
        try
        {
            StorageFault.Guard(folder, () =>
            {
                UnfinishedWork.Sweep(folder, writer.Manifests);
                prepare();
            });
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }
}
