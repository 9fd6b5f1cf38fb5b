using System.IO.Compression;
using System.Text;
using Archive.DataSamples.Headers;
using Archive.DataSamples.Nights;

namespace Archive.DataSamples.Files;

/// <summary>Writes files that no ingest can take, each for another reason, so that quarantine has something to show.</summary>
internal static class DamagedFiles
{
    /// <summary>The folder's name.</summary>
    public const string FolderName = "damaged";

    private const int CardLength = 80;
    private const int CardsBeforeTheCut = 10;
    private const int GzipHeaderBytes = 10;

    /// <summary>Writes the files into the folder <c>damaged</c> and returns how many.</summary>
    /// <param name="sound">A frame of the mosaic whose file is sound; the damaged ones are made from it.</param>
    /// <param name="folder">The folder that holds the folder <c>damaged</c>.</param>
    public static int Write(Frame sound, string folder)
    {
        var header = HeaderTemplate.Of(sound.Night).Write(sound).ToBlocks();
        var files = new Dictionary<string, byte[]>
        {
            ["copied-in-part.fits"] = header[..(CardsBeforeTheCut * CardLength)],
            ["without-date.fits"] = Replace(header, "DATE-OBS", "COMMENT   The card with the date of the observation is missing."),
            ["date-that-is-none.fits"] = Replace(header, "DATE-OBS", "DATE-OBS= '2004-02-30'"),
            ["time-that-is-none.fits"] = Replace(header, "UTC ", "UTC     = '24:61:00.00'"),
            ["other-instrument.fits"] = Replace(header, "INSTRUME", "INSTRUME= 'SYNTHSPEC'"),
            ["no-fits-at-all.fits"] = "SYNTHETIC: the notes of a night, saved under the wrong name.\n"u8.ToArray(),
            ["compressed-and-damaged.fits.gz"] = CompressedAndDamaged(header),
        };
        var target = Directory.CreateDirectory(Path.Combine(folder, FolderName)).FullName;
        foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(target, name), bytes);
        return files.Count;
    }

    private static byte[] Replace(byte[] header, string keyword, string card)
    {
        var changed = header.ToArray();
        var start = Encoding.ASCII.GetBytes(keyword);
        for (var at = 0; at < changed.Length; at += CardLength)
        {
            if (!changed.AsSpan(at).StartsWith(start)) continue;
            Encoding.ASCII.GetBytes(card.PadRight(CardLength), changed.AsSpan(at));
            return changed;
        }

        throw new ArgumentException($"The header has no card {keyword}.", nameof(keyword));
    }

    private static byte[] CompressedAndDamaged(byte[] header)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(header);
        var damaged = compressed.ToArray();
        damaged.AsSpan(GzipHeaderBytes).Fill(0xFF);
        return damaged;
    }
}
