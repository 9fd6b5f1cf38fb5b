namespace Archive.Formats.Tests.Readers;

/// <summary>Points, circles and polygons (DALI 1.1, section 3.3) as readers that nobody here wrote see them. Skips where they aren't installed.</summary>
public sealed class GeometryReadingTests
{
    private const string Python = "/usr/bin/python3";

    /// <summary>[D8]</summary>
    [SkippableTheory]
    [InlineData("votable")]
    [InlineData("votable/b2")]
    [InlineData("votable/b")]
    [InlineData("csv")]
    [InlineData("ipac")]
    [InlineData("fits")]
    public void Astropy_reads_the_same_geometries(string format)
    {
        Skip.IfNot(AstropyTests.IsInstalled.Value, "needs astropy for " + Python);
        using var folder = new TemporaryFolder();
        var script = Path.Combine(AppContext.BaseDirectory, "Cases", "read_geometries_with_astropy.py");
        var lines = ReaderProcess.Run(Python, script, SampleGeometries.Write(format, folder), format)!.Value.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] fields = format.StartsWith("votable", StringComparison.Ordinal) ? ["id int None None", "p double 2 point", "c double 3 circle", "r double * polygon"] : [];
        Assert.Equal([.. fields, .. SampleGeometries.Rows()], lines);
    }

    /// <summary>STILTS' linter is not asked: it takes the empty cell that is an array's null for a bad number, and loses count in arrays of BINARY.</summary>
    [SkippableTheory]
    [InlineData("votable/b2")]
    [InlineData("votable/b")]
    [InlineData("fits")]
    public void Stilts_reads_the_same_geometries_as_from_TABLEDATA(string format)
    {
        Skip.IfNot(StiltsTests.IsInstalled.Value, "needs stilts");
        var expected = ReadWithStilts("votable");
        Assert.True(expected.Length > 100_000);
        Assert.Equal(expected, ReadWithStilts(format));
    }

    /// <summary>Only BINARY2 has nulls of arrays; elsewhere their elements are NaN.</summary>
    private static string ReadWithStilts(string format)
    {
        using var folder = new TemporaryFolder();
        var text = ReaderProcess.Run("stilts", "tpipe", "in=" + SampleGeometries.Write(format, folder), "ifmt=" + (format == "fits" ? "fits" : "votable"), "ofmt=csv", "out=-")!.Value.Output;
        return text.Replace("\"(NaN, NaN)\"", "", StringComparison.Ordinal).Replace("\"(NaN, NaN, NaN)\"", "", StringComparison.Ordinal);
    }
}
