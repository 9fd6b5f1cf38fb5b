namespace Archive.Catalogue.Manifests;

/// <summary>
/// Writes a file so that a reader sees the former content or the new one whole, whatever happens in between: the bytes go under a
/// temporary name in the same folder, reach the disk, and are renamed.
/// </summary>
public static class AtomicFile
{
    /// <summary>Temporary files end so; one left behind by a crash may be deleted by any later writer.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <exception cref="IOException">It can't be written; the former content is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = TemporaryNameFor(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error)
        {
            File.Delete(temporary);
            // So .NET tells that the file system, or a limit of the process, takes no file of this size.
            if (error is ArgumentOutOfRangeException) throw new IOException($"{path} can't be written: {error.Message}", error);
            throw;
        }
    }

    /// <summary>A name in the same folder that no other writer uses.</summary>
    public static string TemporaryNameFor(string path) => $"{path}.{Guid.NewGuid():N}{TemporarySuffix}";
}
