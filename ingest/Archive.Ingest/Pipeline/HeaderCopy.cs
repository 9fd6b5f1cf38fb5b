using System.IO.Compression;

namespace Archive.Ingest.Pipeline;

/// <summary>The beginning of a file that could not be taken, expanded if it is gzipped: its header, as far as it is known, and not much more.</summary>
internal static class HeaderCopy
{
    /// <summary>More than four times a HIRES header.</summary>
    private const int MostBytes = 1 << 16;
    private const int BlockLength = 2880;
    private const int CardLength = 80;

    /// <summary>The blocks up to END, or the first 64 KiB; null where the file can't be read any more.</summary>
    public static byte[]? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream content = isGzip ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
            var bytes = new byte[MostBytes];
            var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes[..UpToEnd(bytes.AsSpan(0, length))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private static int UpToEnd(ReadOnlySpan<byte> bytes)
    {
        for (var card = 0; card + CardLength <= bytes.Length; card += CardLength)
        {
            if (bytes.Slice(card, 8).SequenceEqual("END     "u8)) return Math.Min(bytes.Length, ((card / BlockLength) + 1) * BlockLength);
        }

        return bytes.Length;
    }
}
