namespace Archive.Catalogue.Manifests;

/// <summary>
/// Writes a file so that a reader sees the former content or the new one whole, whatever happens in between: the bytes go under a
/// temporary name in the same folder, reach the disk unless that isn't wanted, and are renamed.
/// </summary>
public static class AtomicFile
{
    /// <summary>Temporary files end so; one left behind by a crash may be deleted by any later writer.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <param name="path">The file.</param>
    /// <param name="content">All that it shall hold.</param>
    /// <param name="reachesDisk">False where a failure of the machine's power, as opposed to the process's end, may leave neither content; it saves milliseconds.</param>
    /// <exception cref="IOException">It can't be written; the former content is as it was, and no temporary file is left.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool reachesDisk = true)
    {
        var temporary = TemporaryNameFor(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(reachesDisk);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error)
        {
            File.Delete(temporary);
            // So .NET tells that the file system, or a limit of the process, takes no file of this size.
            if (FullDisk.IsCause(error)) throw new IOException($"{path} can't be written: {error.Message}", error);
            throw;
        }
    }

    /// <summary>A name in the same folder that no other writer uses.</summary>
    public static string TemporaryNameFor(string path) => $"{path}.{Guid.NewGuid():N}{TemporarySuffix}";
}
