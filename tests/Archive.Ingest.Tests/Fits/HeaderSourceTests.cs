using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

public sealed class HeaderSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_not_there_is_a_reason_not_an_exception() =>
        AssertRefused(RefusalCode.NotFound, HeaderSource.Open(_folder["gone/with/its/folder.fits"]));

    [Fact]
    public void A_folder_is_refused() => Assert.False(HeaderSource.Open(_folder.Path).IsRead);

    [Fact]
    public void A_path_that_can_be_none_is_refused() => Assert.False(HeaderSource.Open("\0").IsRead);

    [SkippableFact]
    public void A_named_pipe_does_not_keep_the_night_waiting()
    {
        Skip.If(OperatingSystem.IsWindows(), "named pipes are no files there");
        using (Process make = Process.Start("mkfifo", _folder["pipe.fits"]))
        {
            make.WaitForExit();
        }

        // On a thread of its own: those of the pool may all be taken by tests that run beside.
        Task<HeaderReading> reading = Task.Factory.StartNew(() => HeaderSource.Open(_folder["pipe.fits"]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.True(reading.Wait(TimeSpan.FromSeconds(10)));
        AssertRefused(RefusalCode.Empty, reading.Result);
    }

    [SkippableFact]
    public void A_link_is_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need a privilege there");
        File.WriteAllBytes(_folder["real.fits"], SmallFile());
        File.CreateSymbolicLink(_folder["link.fits"], _folder["real.fits"]);

        Assert.True(HeaderSource.Open(_folder["link.fits"]).IsRead);
    }

    [Theory]
    [InlineData("<html><body>503</body></html>")]
    [InlineData("The quick brown fox\njumps over\nthe lazy dog\n")]
    [InlineData("name,ra,dec\nM31,10.68,41.27\n")]
    [InlineData("COMMENT\nHISTORY\n")]
    [InlineData("{ \"SIMPLE\": true }")]
    [InlineData("KEY = 5\nOTHER = 6\n")]
    public void Text_that_is_no_header_is_refused(string text) => AssertRefused(RefusalCode.NotAHeader, Open(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Random_bytes_are_refused()
    {
        byte[] bytes = new byte[100_000];
        new Random(20040824).NextBytes(bytes);
        bytes[0] = (byte)'S';

        AssertRefused(RefusalCode.NotAHeader, Open(bytes));
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r", false)]
    [InlineData("\n", true)]
    [InlineData("", true)]
    public void A_text_dump_reads_the_same_in_every_layout(string lineEnd, bool padded)
    {
        string[] cards = ["SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   =                    0", "OBSERVER= 'José Muñoz' / µm", "", "END"];
        string text = string.Concat(cards.Select(c => (padded ? c.PadRight(80) : c) + lineEnd));
        Encoding encoding = lineEnd.Length == 0 ? Encoding.Latin1 : Encoding.UTF8;

        HeaderReading reading = Open(encoding.GetBytes(text));

        Assert.True(reading.IsRead);
        Assert.Equal(5, reading.Header.Cards.Count);
        Assert.True(reading.Header.TryGet("OBSERVER", out HeaderCard? observer));
        Assert.Equal(("José Muñoz", "µm"), (observer.Value.Text, observer.Comment));
    }

    [Fact]
    public void A_header_behind_the_limit_is_refused_and_costs_no_more_than_the_limit()
    {
        FitsHeaderWriter writer = new();
        writer.Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 0);
        for (int i = 0; i < 5000; i++)
        {
            writer.Commentary("COMMENT", "and on it goes");
        }

        File.WriteAllBytes(_folder["long.fits"], writer.ToBlocks());

        AssertRefused(RefusalCode.HeaderTooLong, HeaderSource.Open(_folder["long.fits"], new FitsLimits { HeaderBytes = 100_000 }));
        Assert.True(HeaderSource.Open(_folder["long.fits"]).IsRead);
    }

    [Fact]
    public void A_small_gzip_that_expands_without_end_is_given_up()
    {
        using (FileStream file = File.Create(_folder["bomb.fits.gz"]))
        using (GZipStream gzip = new(file, CompressionLevel.SmallestSize))
        {
            byte[] blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            "SIMPLE  =                    T"u8.CopyTo(blanks);
            for (int i = 0; i < 64; i++)
            {
                gzip.Write(blanks);
                "        "u8.CopyTo(blanks);
            }
        }

        AssertRefused(RefusalCode.HeaderTooLong, HeaderSource.Open(_folder["bomb.fits.gz"], new FitsLimits { HeaderBytes = 8 << 20 }));
        HeaderReading cut = HeaderSource.Open(_folder["bomb.fits.gz"], new FitsLimits { ExpandedBytes = 1 << 20 });
        Assert.Contains(cut.Header!.Issues, i => i.Code == IssueCode.DamagedGzip);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(11)]
    public void A_gzip_cut_at_its_beginning_is_refused(int length)
    {
        byte[] whole = Gzip(SmallFile());

        HeaderReading reading = Open(whole[..length]);

        Assert.False(reading.IsRead);
    }

    /// <summary>A cut file may be taken with an issue or refused; it may not pass for a whole one with fewer keywords.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cut_file_never_passes_for_a_whole_one(bool zipped)
    {
        FitsHeaderWriter writer = new FitsHeaderWriter().Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 0);
        Random random = new(7);
        for (int i = 0; i < 60; i++)
        {
            writer.Real($"KEY{i}", random.NextDouble(), "a comment");
        }

        byte[] file = zipped ? Gzip(writer.ToBlocks()) : writer.ToBlocks();
        string whole = Show(HeaderSource.Read(new MemoryStream(file), "whole").Header!);
        for (int length = 1; length < file.Length; length += 3)
        {
            HeaderReading cut = HeaderSource.Read(new MemoryStream(file, 0, length), "cut");
            bool isSound = !cut.IsRead || Show(cut.Header) == whole || cut.Header.Issues.Any(i => i.Code is IssueCode.MissingEnd or IssueCode.TruncatedHeader);
            Assert.True(isSound, $"cut to {length} bytes: {cut.Header?.Cards.Count} cards, {cut.Header?.Issues.Count} issues");
        }
    }

    [Fact]
    public void A_gzip_in_a_gzip_is_refused() => AssertRefused(RefusalCode.UnknownCompression, Open(Gzip(Gzip(SmallFile()))));

    [Fact]
    public void A_gzipped_extension_is_found_behind_gzipped_data()
    {
        byte[] primary = new FitsHeaderWriter().Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 1).Integer("NAXIS1", 1_000_000).ToBlocks();
        byte[] extension = new FitsHeaderWriter().Text("XTENSION", "IMAGE").Integer("BITPIX", 8).Integer("NAXIS", 0).Integer("PCOUNT", 0).Integer("GCOUNT", 1).ToBlocks();
        byte[] data = new byte[1_002_240];
        using GZipStream gzip = new(new MemoryStream(Gzip([.. primary, .. data, .. extension])), CompressionMode.Decompress);
        using FitsReader reader = new(gzip);

        Assert.Equal(1_000_000, reader.ReadNext()!.DataLength);
        FitsHdu second = reader.ReadNext()!;
        Assert.Equal((1, 1_005_120L, 0L), (second.Index, second.HeaderOffset, second.DataLength));
        Assert.Null(reader.ReadNext());
        Assert.Empty(reader.Issues);
    }

    private static byte[] SmallFile() => new FitsHeaderWriter().Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 0).ToBlocks();

    private static string Show(FitsHeader header) => string.Join('\n', header.Cards.Select(c => c.ToString()));

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void AssertRefused(RefusalCode expected, HeaderReading reading)
    {
        Assert.False(reading.IsRead);
        Assert.Equal(expected, reading.Refusal.Code);
        Assert.NotEqual("", reading.Refusal.Message);
        Assert.NotEqual("", reading.Refusal.Remedy);
    }

    private HeaderReading Open(byte[] content)
    {
        File.WriteAllBytes(_folder["file"], content);
        return HeaderSource.Open(_folder["file"]);
    }
}
