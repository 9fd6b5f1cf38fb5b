using System.Buffers;
using System.Text;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Formats.Tests;

/// <summary>IPAC tables, where a value's place is all that tells its column.</summary>
public sealed class IpacTests
{
    private static readonly Column Number = new() { Name = "N", Type = ColumnType.Int, Unit = "s" };

    [Fact]
    public void A_column_is_as_wide_as_its_widest_value_whatever_the_catalogue_says()
    {
        var text = Rendering.RenderText("ipac", "SELECT repeat('w', i::INT) AS t, i::INT AS n FROM range(3000) t(i)", new Column { Name = "T", Type = ColumnType.TextUpTo(8) }, Number);
        var lines = text.Split('\n');
        Assert.Equal("|t" + new string(' ', 2998) + "|          n|", lines[2]);
        Assert.All(lines[2..^1], line => Assert.Equal(lines[2].Length, line.Length));
        Assert.Equal(" " + new string('w', 2999) + "        2999 ", lines[^2]);
    }

    [Fact]
    public void A_name_longer_than_its_values_widens_the_column() =>
        Assert.Equal("""
            \fixlen = T
            |a_name_wider_than_an_int_|
            |                      int|
            |                         |
            |                     null|
                                    -5 

            """, Rendering.RenderText("ipac", "SELECT -5", Number with { Name = "a_name_wider_than_an_int|", Unit = null }));

    [Fact]
    public void A_result_without_text_streams_and_one_with_text_is_written_in_parts_at_the_end()
    {
        Assert.Equal((true, 1), CallsToEnd(headerLines: 5, "SELECT i::INT FROM range(10000) t(i)", Number));
        Assert.Equal((false, 6), CallsToEnd(headerLines: 6, "SELECT i::VARCHAR FROM range(10000) t(i)", Number with { Type = ColumnType.Text }));
    }

    [Theory]
    [InlineData("'x'", true)]
    [InlineData("7", false)]
    public void A_result_that_was_cut_off_says_so_where_its_header_is_written_last(string sql, bool saysSo)
    {
        var column = saysSo ? Number with { Type = ColumnType.Text } : Number;
        var document = Encoding.UTF8.GetString(Rendering.Render("ipac", "SELECT " + sql, [column], ResultEnding.Overflow));
        Assert.Equal(saysSo, document.StartsWith("\\fixlen = T\n\\status = OVERFLOW\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_ends_of_the_query_do_not_end_its_keyword_line()
    {
        var document = Rendering.Render("ipac", "SELECT 1", [Number], query: "select 1 -- é\r\n\\fake = T", infos: new ResultInfo("server soft", "x"));
        Assert.Equal(["\\fixlen = T", "\\query = select 1 -- ?  \\fake = T", "\\server_soft = x"], Encoding.UTF8.GetString(document).Split('\n')[..3]);
    }

    /// <summary>Whether rows were written before the end, and how often End had to be called.</summary>
    private static (bool Streams, int Calls) CallsToEnd(int headerLines, string sql, Column column)
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query(sql);
        var output = new ArrayBufferWriter<byte>();
        using var writer = ResultFormats.Find("ipac")!.Format.CreateWriter(output);
        writer.Begin(ResultDescription.Of(result, [column]));
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk) writer.Write(chunk);
        }

        var streams = output.WrittenCount > 0;
        var calls = 1;
        while (!writer.End(ResultEnding.Complete)) calls++;
        Assert.Equal(10_000, writer.RowCount);
        Assert.Equal(10_000 + headerLines, Encoding.UTF8.GetString(output.WrittenSpan).Count(character => character == '\n'));
        return (streams, calls);
    }
}
