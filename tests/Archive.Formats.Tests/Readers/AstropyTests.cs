namespace Archive.Formats.Tests.Readers;

/// <summary>astropy reads back what was written. Skips where Python has no astropy.</summary>
public sealed class AstropyTests
{
    private const string Python = "/usr/bin/python3";

    internal static readonly Lazy<bool> IsInstalled = new(() =>
    {
        try
        {
            return ReaderProcess.Run(Python, "-c", "import astropy") is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    });

    /// <summary>[O3] [O4] [O5]</summary>
    [SkippableTheory]
    [InlineData("votable")]
    [InlineData("votable/b2")]
    [InlineData("votable/b")]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("ipac")]
    [InlineData("json")]
    [InlineData("fits")]
    [InlineData("votable/1.5")]
    [InlineData("votable/b2/1.5")]
    [InlineData("votable_gzip")]
    public void Astropy_reads_the_same_values(string format)
    {
        Skip.IfNot(IsInstalled.Value, "needs astropy for " + Python);
        using var folder = new TemporaryFolder();
        var path = SampleResult.Write(format, folder);
        var script = Path.Combine(AppContext.BaseDirectory, "Cases", "read_with_astropy.py");
        var lines = ReaderProcess.Run(Python, script, path, format)!.Value.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(string.Join(',', SampleResult.Columns.Select(column => column.Name)), lines[0]);
        Assert.Equal(SampleResult.Rows(), lines.Skip(1));
    }
}
