using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Archive.DataSamples.Headers;
using Archive.DataSamples.Nights;
using Archive.DataSamples.Randomness;
using Archive.Ingest.Fits;

namespace Archive.DataSamples.Files;

/// <summary>Writes frames as FITS files, one folder for each UT date.</summary>
internal static class FitsFolder
{
    private const int BlockLength = 2880;
    private const int ImageSide = 32;
    private const ulong Purpose = 0xF175;

    /// <summary>The UT date whose files are compressed.</summary>
    private static readonly DateOnly CompressedDate = new(2009, 1, 4);

    public static bool IsCompressed(Frame frame) => frame.Night.UtDate == CompressedDate;

    /// <summary>Writes the file <c>20040824/HI.20040824.08204.fits</c>, or .fits.gz, and returns its length.</summary>
    public static long Write(Frame frame, string folder)
    {
        var date = frame.Night.UtDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var name = string.Create(CultureInfo.InvariantCulture, $"HI.{date}.{frame.SecondOfDay:00000}.fits{(IsCompressed(frame) ? ".gz" : "")}");
        var nightFolder = Directory.CreateDirectory(Path.Combine(folder, date)).FullName;
        using var file = File.Create(Path.Combine(nightFolder, name));
        if (IsCompressed(frame))
        {
            using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            Write(frame, gzip);
        }
        else
        {
            Write(frame, file);
        }

        return file.Length;
    }

    /// <summary>The primary header, whole, and an image of a few pixels: in an extension for the mosaic, in the primary HDU for the single chip.</summary>
    private static void Write(Frame frame, Stream stream)
    {
        stream.Write(HeaderTemplate.Of(frame.Night).Write(frame).ToBlocks());
        if (frame.Night.IsMosaic)
        {
            stream.Write(new FitsHeaderWriter()
                .Text("XTENSION", "IMAGE").Integer("BITPIX", 16).Integer("NAXIS", 2).Integer("NAXIS1", ImageSide).Integer("NAXIS2", ImageSide)
                .Integer("PCOUNT", 0).Integer("GCOUNT", 1).Integer("BZERO", 32768).Integer("BSCALE", 1).Text("EXTNAME", "SYNTHETIC").ToBlocks());
        }

        stream.Write(Pixels(frame));
    }

    /// <summary>Bias and noise: 16-bit integers, big-endian, 32768 taken off; padded to a block.</summary>
    private static byte[] Pixels(Frame frame)
    {
        var random = new SeededRandom(frame.Night.Seed ^ Purpose, ((ulong)frame.Night.UtDate.DayNumber * 86_400) + (ulong)frame.SecondOfDay);
        var pixels = new byte[BlockLength * ((((ImageSide * ImageSide * sizeof(short)) - 1) / BlockLength) + 1)];
        for (var i = 0; i < ImageSide * ImageSide; i++)
            BinaryPrimitives.WriteInt16BigEndian(pixels.AsSpan(i * sizeof(short)), (short)(1015 + (3 * random.NextNormal()) - 32768));
        return pixels;
    }
}
