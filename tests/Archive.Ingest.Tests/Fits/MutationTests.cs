using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

/// <summary>Damaged headers: seeded, so that a failure can be repeated by its number.</summary>
public sealed class MutationTests
{
    private const int Rounds = 20_000;

    [Fact]
    public void No_damage_to_a_header_stops_the_reader()
    {
        string text = string.Concat(Encoding.Latin1.GetString(Seed()).Chunk(80).Select(c => new string(c).TrimEnd() + "\n"));
        byte[][] seeds = [Seed(), PackedSeed(), Encoding.Latin1.GetBytes(text)];
        Stopwatch clock = Stopwatch.StartNew();
        int read = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] file = Mutate(seeds[round % seeds.Length], new Random(round));
            read += Visit(file) ? 1 : 0;
        }

        Assert.True(read > Rounds / 2, $"only {read} were taken for headers: the mutations are too coarse to test anything");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{Rounds} headers took {clock.Elapsed}");
    }

    [Fact]
    public void No_damage_to_a_gzip_stops_the_reader()
    {
        using TemporaryFolder folder = new();
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Seed());
        }

        for (int round = 0; round < 1000; round++)
        {
            File.WriteAllBytes(folder["file.gz"], Mutate(packed.ToArray(), new Random(round)));
            HeaderReading reading = HeaderSource.Open(folder["file.gz"]);
            Assert.True(reading.IsRead ^ reading.Refusal is not null);
        }
    }

    /// <summary>Reads all that can be read, so that what is decoded lazily is decoded too.</summary>
    private static bool Visit(byte[] file)
    {
        HeaderReading reading = HeaderSource.Read(new MemoryStream(file), "mutant");
        Assert.True(reading.IsRead ^ reading.Refusal is not null);
        TouchAll(reading.Header ?? FitsHeader.Parse(file));
        using FitsReader reader = new(new MemoryStream(file));
        while (reader.ReadNext() is { } hdu)
        {
            TouchAll(hdu.Header);
        }

        return reading.IsRead;
    }

    private static void TouchAll(FitsHeader header)
    {
        foreach (HeaderCard card in header.Cards)
        {
            Assert.NotNull(card.Comment);
            card.Value.TryGetDouble(out double real);
            card.Value.TryGetComplex(out double re, out double im);
            Assert.True(double.IsFinite(real) && double.IsFinite(re) && double.IsFinite(im));
            card.Value.TryGetInt64(out _);
            card.Value.TryGetLogical(out _);
            Assert.Equal(card.Keyword.Length > 0, header.TryGet(card.Keyword, out _));
        }
    }

    /// <summary>A stub and a compressed image, as fpack writes them.</summary>
    private static byte[] PackedSeed() =>
    [
        .. new FitsHeaderWriter().Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 0).ToBlocks(),
        .. new FitsHeaderWriter().Text("XTENSION", "BINTABLE").Integer("BITPIX", 8).Integer("NAXIS", 2).Integer("NAXIS1", 8).Integer("NAXIS2", 1)
            .Integer("PCOUNT", 0).Integer("GCOUNT", 1).Logical("ZIMAGE", true).Integer("ZBITPIX", 16).Integer("ZNAXIS", 1).Integer("ZNAXIS1", 7)
            .Text("OBJECT", "packed").ToBlocks(),
    ];

    private static byte[] Seed() => new FitsHeaderWriter()
        .Logical("SIMPLE", true)
        .Integer("BITPIX", 8)
        .Integer("NAXIS", 1)
        .Integer("NAXIS1", 2880)
        .Text("OBJECT", "O'Hara's long object name, so long that it goes on in a second card and even in a third, which is rare but legal & good")
        .Text("EQUINOX", "2000.0")
        .Real("ESO TEL AIRM", 1.25, "airmass")
        .Card("CPLX    = (1.5D0, -2.5) / complex")
        .Card("")
        .Undefined("UNDEF", "nothing known")
        .Commentary("COMMENT", "a word = 'of' / comment")
        .ToBlocks();

    private static byte[] Mutate(byte[] seed, Random random)
    {
        List<byte> bytes = [.. seed];
        ReadOnlySpan<byte> spice = "'&=/ ()ED.-+9TF\n\r\0\t\u00ff"u8;
        for (int i = random.Next(1, 12); i > 0 && bytes.Count > 200; i--)
        {
            // Near the cards, not in the padding behind them.
            int at = random.Next(Math.Min(bytes.Count, 1500));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 100), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 100)).ToArray());
                    break;
                case 3 when random.Next(10) == 0:
                    int length = random.Next(bytes.Count);
                    bytes.RemoveRange(length, bytes.Count - length);
                    break;
                default:
                    bytes[at] = spice[random.Next(spice.Length)];
                    break;
            }
        }

        return [.. bytes];
    }
}
