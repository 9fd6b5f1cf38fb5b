using Archive.Catalogue.Folder;

namespace Archive.Formats.Streams;

/// <summary>A file in the process's folder, which is gone when it is disposed.</summary>
internal static class TemporaryFile
{
    private const int BufferSize = 256 * 1024;

    /// <param name="access">How it is going to be read: a hint for the system.</param>
    public static FileStream Create(FileOptions access) =>
        new(ProcessFolder.NewPath(), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | access, BufferSize = BufferSize });
}
