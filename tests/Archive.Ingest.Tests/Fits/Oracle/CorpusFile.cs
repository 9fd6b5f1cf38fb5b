using System.IO.Compression;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits.Oracle;

/// <summary>All HDUs of a file of the corpus, as they are in it.</summary>
internal static class CorpusFile
{
    public static IReadOnlyList<FitsHdu> ReadHdus(string path)
    {
        using FileStream file = File.OpenRead(path);
        bool isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream content = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        using FitsReader reader = new(content);
        List<FitsHdu> hdus = [];
        while (reader.ReadNext() is { } hdu)
        {
            hdus.Add(hdu);
        }

        return hdus;
    }
}
