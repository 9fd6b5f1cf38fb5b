using System.IO.Compression;
using System.Security;

namespace Archive.Ingest.Fits;

/// <summary>
/// From a file to the header of its observation, whatever the file is: FITS, tile-compressed or gzipped FITS, a text dump, or none of these.
/// Content decides, not the file's name. What is wrong with a file comes back as a value.
/// </summary>
public static class HeaderSource
{
    /// <summary>Reads the header of one file. Throws for no content and no fault of the file system.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How much is read before the file is given up.</param>
    /// <param name="hdu">
    /// The HDU whose header is wanted; null for the one that describes the observation: the primary, or the image behind the stub of a tile-compressed file.
    /// </param>
    public static HeaderReading Open(string path, FitsLimits? limits = null, HduChoice? hdu = null) => Guard(path, () =>
    {
        // A named pipe without a writer would keep the opening waiting for ever; like all that is no regular file, it has no length.
        if (new FileInfo(path) is { Exists: true, Length: 0 })
        {
            return HeaderReading.Refused(path, RefusalCode.Empty, "The file is empty, or no regular file.", "Copy the file again from where it came.");
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return ReadContent(path, file, limits ?? FitsLimits.Default, hdu);
    });

    /// <summary>Reads the header of a file that is at hand as a stream.</summary>
    /// <param name="stream">The whole file, at its beginning; must be able to seek. It stays the caller's.</param>
    /// <param name="name">What the reading calls the file.</param>
    /// <param name="limits">How much is read before the file is given up.</param>
    /// <param name="hdu">The HDU whose header is wanted; null for the one that describes the observation.</param>
    public static HeaderReading Read(Stream stream, string name, FitsLimits? limits = null, HduChoice? hdu = null) =>
        Guard(name, () => ReadContent(name, stream, limits ?? FitsLimits.Default, hdu));

    private static HeaderReading Guard(string path, Func<HeaderReading> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return HeaderReading.Refused(path, RefusalCode.NotFound, error.Message, "The file or its folder vanished; run the ingest again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            return HeaderReading.Refused(path, RefusalCode.Unreadable, error.Message, "Check the file's rights and the disk, then run the ingest again.");
        }
    }

    private static HeaderReading ReadContent(string path, Stream file, FitsLimits limits, HduChoice? hdu)
    {
        using ByteWindow window = new(file, seekable: true, long.MaxValue);
        window.Fill(ByteWindow.FirstRead);
        if (ContentRecognition.Recognise(window.Bytes) != FileContent.Gzip)
        {
            return ReadExpanded(path, window, limits, hdu);
        }

        file.Position = 0;
        using GZipStream expanded = new(file, CompressionMode.Decompress, leaveOpen: true);
        using ByteWindow expandedWindow = new(expanded, seekable: false, limits.ExpandedBytes);
        expandedWindow.Fill(ByteWindow.FirstRead);
        if (expandedWindow.Bytes.IsEmpty && expandedWindow.Damage is { } damage)
        {
            return Damaged(path, damage, 0);
        }

        return ReadExpanded(path, expandedWindow, limits, hdu);
    }

    private static HeaderReading ReadExpanded(string path, ByteWindow window, FitsLimits limits, HduChoice? hdu)
    {
        FileContent content = ContentRecognition.Recognise(window.Bytes);
        return content switch
        {
            FileContent.Records when hdu is not null => ReadChosen(path, window, limits, hdu),
            FileContent.Records => ReadRecords(path, window, limits),
            FileContent.Lines when hdu is { IsPrimary: false } => NoSuchHdu(path, hdu, 1),
            FileContent.Lines => ReadLines(path, window, limits),
            FileContent.Blank => HeaderReading.Refused(path, RefusalCode.Empty, "The file begins with nothing but blanks.", "Copy the file again from where it came."),
            FileContent.Utf16 => HeaderReading.Refused(path, RefusalCode.NotAHeader, "The file is UTF-16 text.", "Save it as UTF-8 or ASCII."),
            FileContent.Unknown when window.Damage is { } damage => Damaged(path, damage, window.Bytes.Length),
            FileContent.Unknown => NoHeader(path),
            _ => HeaderReading.Refused(
                path, RefusalCode.UnknownCompression, $"The file is compressed with {NameOf(content)}, which is not read.", $"Expand it{ExpanderOf(content)} or compress it with gzip."),
        };
    }

    private static HeaderReading ReadRecords(string path, ByteWindow window, FitsLimits limits)
    {
        using FitsReader reader = new(window, limits);
        if (reader.ReadNext() is not { } primary)
        {
            return window.Bytes.Length >= limits.HeaderBytes ? TooLong(path, limits) : NoHeader(path);
        }

        if (primary.DataLength == 0 && TileCompressedImage.IsStub(primary.Header)
            && reader.ReadNext() is { } table && TileCompressedImage.IsIn(table.Header))
        {
            return HeaderReading.Read(path, TileCompressedImage.Restore(table.Header, primary.Header).WithIssues(reader.Issues), HeaderForm.TileCompressed, table.Index);
        }

        return HeaderReading.Read(path, primary.Header.WithIssues(reader.Issues), HeaderForm.Primary);
    }

    /// <summary>The header of one HDU, and nothing of any other: INHERIT = T is told, not applied.</summary>
    private static HeaderReading ReadChosen(string path, ByteWindow window, FitsLimits limits, HduChoice choice)
    {
        using FitsReader reader = new(window, limits);
        FitsHeader? primary = null;
        int count = 0;
        for (; reader.ReadNext() is { } hdu; count++)
        {
            primary ??= hdu.Header;
            if (!choice.IsOf(hdu))
            {
                continue;
            }

            bool isImage = TileCompressedImage.IsIn(hdu.Header);
            FitsHeader header = isImage ? TileCompressedImage.Restore(hdu.Header, count == 1 ? primary : null) : hdu.Header;
            HeaderForm form = isImage ? HeaderForm.TileCompressed : count == 0 ? HeaderForm.Primary : HeaderForm.Extension;
            return HeaderReading.Read(path, header.WithIssues([.. Inheritance.Check(header), .. reader.Issues]), form, hdu.Index);
        }

        return count > 0 ? NoSuchHdu(path, choice, count) : window.Bytes.Length >= limits.HeaderBytes ? TooLong(path, limits) : NoHeader(path);
    }

    private static HeaderReading ReadLines(string path, ByteWindow window, FitsLimits limits)
    {
        for (int wanted = ByteWindow.FirstRead; window.Fill(wanted); wanted = (int)Math.Min(limits.HeaderBytes, 2L * wanted))
        {
            if (wanted >= limits.HeaderBytes)
            {
                return TooLong(path, limits);
            }
        }

        return HeaderReading.Read(path, TextDump.Parse(window.Bytes), HeaderForm.Text);
    }

    private static HeaderReading NoSuchHdu(string path, HduChoice choice, int count) => HeaderReading.Refused(
        path, RefusalCode.NoSuchHdu, $"There is no HDU {choice} among the {count} that can be reached.", "Name another HDU, or leave the choice to the reader.");

    private static HeaderReading NoHeader(string path) => HeaderReading.Refused(
        path, RefusalCode.NotAHeader, "The file begins neither with SIMPLE nor with header cards.", "If it should be FITS, compare it with the original; otherwise leave it out.");

    private static HeaderReading TooLong(string path, FitsLimits limits) => HeaderReading.Refused(
        path, RefusalCode.HeaderTooLong, $"There is no END within {limits.HeaderBytes} bytes.", "If the header is meant to be so long, raise the limit.", limits.HeaderBytes);

    private static HeaderReading Damaged(string path, string reason, long offset) => HeaderReading.Refused(
        path, RefusalCode.DamagedGzip, $"The gzip stream ends before the header does: {reason}", "Copy the file again from where it came.", offset);

    private static string NameOf(FileContent content) => content switch
    {
        FileContent.Lzw => "compress (.Z)",
        FileContent.Gzip => "gzip twice",
        _ => content.ToString().ToLowerInvariant(),
    };

    private static string ExpanderOf(FileContent content) => content switch
    {
        FileContent.Lzw => " with 'uncompress'",
        FileContent.Bzip2 => " with 'bunzip2'",
        FileContent.Xz => " with 'unxz'",
        FileContent.Zstandard => " with 'unzstd'",
        FileContent.Zip => " with 'unzip'",
        _ => "",
    };
}
