using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Fits;

/// <summary>
/// Damaged headers: seeded, so that a failure can be repeated by its number. Whatever comes in, a header or a reason comes out, soon, and of a header a row or a reason.
/// </summary>
public sealed class MutationTests
{
    /// <summary>A short run, unless the environment asks for a long one.</summary>
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("FITS_FUZZ_INPUTS"), CultureInfo.InvariantCulture, out int inputs) ? inputs : 20_000;

    [Fact]
    public void No_damage_to_a_header_stops_the_reader()
    {
        byte[][] seeds = [HeaderSeeds.Primary(), HeaderSeeds.Packed(), HeaderSeeds.Text(), HeaderSeeds.Hires(), HeaderSeeds.Extensions()];
        (int read, int taken, TimeSpan slowest, int slowestInput) = (0, 0, TimeSpan.Zero, 0);
        for (int input = 0; input < Inputs; input++)
        {
            byte[] file = Mutate(seeds[input % seeds.Length], new Random(input));
            long start = Stopwatch.GetTimestamp();
            try
            {
                FitsHeader? header = Visit(file);
                read += header is null ? 0 : 1;
                taken += header is not null && InstrumentRegistry.Translate(header).IsTaken ? 1 : 0;
            }
            catch (Exception error)
            {
                Assert.Fail($"Input {input}: {error}");
            }

            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            (slowest, slowestInput) = elapsed > slowest ? (elapsed, input) : (slowest, slowestInput);
        }

        Assert.True(read > Inputs / 2, $"only {read} were taken for headers: the mutations are too coarse to test anything");
        Assert.True(taken > Inputs / 50, $"only {taken} became rows: the mutations are too coarse to test the translation");
        Assert.True(slowest < TimeSpan.FromSeconds(2), $"input {slowestInput} took {slowest}");
    }

    [Fact]
    public void No_damage_to_a_gzip_stops_the_reader()
    {
        using TemporaryFolder folder = new();
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(HeaderSeeds.Primary());
        }

        for (int round = 0; round < 1000; round++)
        {
            File.WriteAllBytes(folder["file.gz"], Mutate(packed.ToArray(), new Random(round)));
            HeaderReading reading = HeaderSource.Open(folder["file.gz"]);
            Assert.True(reading.IsRead ^ reading.Refusal is not null);
        }
    }

    /// <summary>Reads all that can be read, so that what is decoded lazily is decoded too.</summary>
    private static FitsHeader? Visit(byte[] file)
    {
        HeaderReading reading = HeaderSource.Read(new MemoryStream(file), "mutant");
        Assert.True(reading.IsRead ^ reading.Refusal is not null);
        TouchAll(reading.Header ?? FitsHeader.Parse(file));
        using FitsReader reader = new(new MemoryStream(file));
        while (reader.ReadNext() is { } hdu)
        {
            TouchAll(hdu.Header);
        }

        return reading.Header;
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

    private static byte[] Mutate(byte[] seed, Random random)
    {
        List<byte> bytes = [.. seed];
        ReadOnlySpan<byte> spice = "'&=/ ()ED.-+9TF\n\r\0\t\u00ff"u8;
        for (int i = random.Next(1, 12); i > 0 && bytes.Count > 200; i--)
        {
            // Near the cards, not in the padding behind them.
            int at = random.Next(Math.Min(bytes.Count, 1500 + (random.Next(4) * 2880)));
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
