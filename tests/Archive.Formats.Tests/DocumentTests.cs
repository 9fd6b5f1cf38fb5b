using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Tests;

/// <summary>
/// Whole documents, byte by byte as in <c>Cases/Documents</c>. To accept what is written now, run the tests with
/// <c>UPDATE_DOCUMENTS=1</c> and read the difference.
/// </summary>
public sealed class DocumentTests
{
    private const string Sql = """
        SELECT * FROM (VALUES
            ('HI.20040824.01234.fits', TIMESTAMP '2004-08-24 00:20:34.5', 262.00123::DOUBLE, -17.5::DOUBLE, 300::INTEGER, 'M <31> & co', 2::BIGINT),
            ('HI.20040824.01300.fits', TIMESTAMP '2004-08-24 00:21:40', NULL, 'NaN'::DOUBLE, NULL, NULL, 0::BIGINT)) t
        """;

    private static readonly ImmutableArray<Column> Columns =
    [
        new() { Name = "koaid", Type = ColumnType.TextUpTo(32), Ucd = "meta.id;meta.main", Description = "Name of the file, \"unique\" & stable" },
        new() { Name = "utdatetime", Type = ColumnType.Timestamp, Ucd = "time.start;obs.exposure", Description = "Begin of the exposure" },
        new() { Name = "ra", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.ra;meta.main" },
        new() { Name = "dec", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.dec;meta.main" },
        new() { Name = "elaptime", Type = ColumnType.Int, Unit = "s", Utype = "obs:exposure" },
        new() { Name = "2nd name", Type = ColumnType.Text },
        new() { Name = "count(*)", Type = ColumnType.Long },
    ];

    /// <summary>[O1] [O6] [O8] [O9] [F2] [T34] [D6] [D7]</summary>
    [Theory]
    [InlineData("votable", "complete.votable.xml")]
    [InlineData("votable/b2", "complete.votable-b2.xml")]
    [InlineData("votable/b", "complete.votable-b.xml")]
    [InlineData("csv", "complete.csv")]
    [InlineData("tsv", "complete.tsv")]
    [InlineData("ipac", "complete.tbl")]
    [InlineData("json", "complete.json")]
    [InlineData("json/rows", "complete.rows.json")]
    [InlineData("html", "complete.html")]
    [InlineData("text", "complete.txt")]
    [InlineData("votable/1.5", "complete.votable-1.5.xml")]
    public void A_complete_result(string format, string document) => Check(document, Render(format, Sql, ResultEnding.Complete));

    /// <summary>[D6]</summary>
    [Theory]
    [InlineData("votable", "overflow.votable.xml")]
    [InlineData("votable/b2", "overflow.votable-b2.xml")]
    [InlineData("json", "overflow.json")]
    [InlineData("html", "overflow.html")]
    [InlineData("text", "overflow.txt")]
    public void A_result_without_rows_that_was_cut_off(string format, string document) =>
        Check(document, Render(format, Sql + " LIMIT 0", ResultEnding.Overflow));

    /// <summary>[D6]</summary>
    [Theory]
    [InlineData("votable", "failed.votable.xml")]
    [InlineData("json", "failed.json")]
    public void A_result_that_failed_half_way(string format, string document) =>
        Check(document, Render(format, Sql + " LIMIT 1", ResultEnding.Error("The query took longer than 60 s & was <stopped>.")));

    /// <summary>[D6] [F10]</summary>
    [Fact]
    public void A_query_that_failed()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Votable.VotableErrorWriter.Write(output, "Line 1, column 8: no column \"rra\"; did you mean <ra> & co?\u0007");
        Check("error.votable.xml", output.WrittenSpan.ToArray());
    }

    private static byte[] Render(string format, string sql, ResultEnding ending) => Rendering.Render(format, sql, Columns, ending,
        "select *\nfrom koa_hires where ra < 300 and \"dec\" > -20", new ResultInfo("standardID", "ivo://ivoa.net/std/TAP"), new ResultInfo("snapshot", "7"));

    private static void Check(string document, byte[] actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCUMENTS") == "1") File.WriteAllBytes(Path.Combine(SourceFolder(), "Cases", "Documents", document), actual);
        else Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "Documents", document)), Encoding.UTF8.GetString(actual));
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
