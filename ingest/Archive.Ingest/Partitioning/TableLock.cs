using Archive.Catalogue.Folder;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// The right to write to a table: one process at a time. It is a lock that the operating system holds on the open file
/// <c>ingest.lock</c> and gives up when the process ends, however it ends; the file itself may stay.
/// </summary>
internal sealed class TableLock : IDisposable
{
    private readonly FileStream _file;

    private TableLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, and makes the table's folder where there is none.</summary>
    /// <exception cref="IngestException">Another ingest holds it, or the folder can't be written to.</exception>
    public static TableLock Take(TableFolder folder)
    {
        var path = Path.Combine(folder.Root, "ingest.lock");
        try
        {
            Directory.CreateDirectory(folder.Root);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IngestException($"The folder {folder.Root} can't be made: {error.Message} Check its rights and whether the disk is writable.", error);
        }

        try
        {
            return new TableLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IngestException($"{path} can't be written: {error.Message} Check the rights of the archive's folder.", error);
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            throw new IngestException($"Another ingest or import is writing to the table {folder.Name}. Wait until it has ended, then start again.", error);
        }
        catch (IOException error)
        {
            throw new IngestException($"{path} can't be made: {error.Message} Check whether the disk is full or read-only.", error);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    private static bool IsHeldByAnother(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);
}
