namespace Archive.Formats.Tests.Readers;

/// <summary>STILTS reads back what was written, and its validator finds nothing wrong. Skips where STILTS isn't installed.</summary>
public sealed class StiltsTests
{
    internal static readonly Lazy<bool> IsInstalled = new(() => ReaderProcess.Run("stilts", "-version") is not null);

    private static readonly Lazy<string> Tabledata = new(() => ReadWithStilts("votable", "votable"));

    /// <summary>[O3] [O4] [O5]</summary>
    [SkippableTheory]
    [InlineData("votable/b2", "votable")]
    [InlineData("votable/b", "votable")]
    [InlineData("csv", "csv")]
    [InlineData("ipac", "ipac")]
    [InlineData("fits", "fits")]
    [InlineData("votable/b2/1.5", "votable")]
    [InlineData("votable_gzip", "votable")]
    public void Stilts_reads_the_same_values_as_from_TABLEDATA(string format, string stiltsFormat)
    {
        Skip.IfNot(IsInstalled.Value, "needs stilts");
        Assert.Equal(Tabledata.Value, ReadWithStilts(format, stiltsFormat));
    }

    /// <summary>[O1] [O7]</summary>
    [SkippableTheory]
    [InlineData("votable")]
    [InlineData("votable/b2")]
    [InlineData("votable/b")]
    public void Votlint_finds_nothing_wrong(string format)
    {
        Skip.IfNot(IsInstalled.Value, "needs stilts");
        using var folder = new TemporaryFolder();
        var (output, errors) = ReaderProcess.Run("stilts", "votlint", SampleResult.Write(format, folder))!.Value;
        Assert.Equal("", output + errors);
    }

    private static string ReadWithStilts(string format, string stiltsFormat)
    {
        using var folder = new TemporaryFolder();
        var path = SampleResult.Write(format, folder);
        return ReaderProcess.Run("stilts", "tpipe", "in=" + path, "ifmt=" + stiltsFormat, "ofmt=csv", "out=-")!.Value.Output;
    }
}
