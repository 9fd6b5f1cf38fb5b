using System.Collections.Immutable;
using System.Text;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Tests;

/// <summary>The headers of FITS tables (FITS 4.0, sections 4 and 7.3).</summary>
public sealed class FitsTests
{
    [Fact]
    public void The_header_tells_columns_status_and_query()
    {
        ImmutableArray<Column> columns =
        [
            new() { Name = "o'clock", Type = ColumnType.Int, Unit = "h", Ucd = "time;meta", Utype = "a:b", Description = new string('d', 100) },
            new() { Name = "RA", Type = ColumnType.Double },
            new() { Name = "ra", Type = new ColumnType(Datatype.Double, "2x3") },
            new() { Name = "p", Type = ColumnType.Polygon },
            new() { Name = "s", Type = new ColumnType(Datatype.Char, "3x*") },
        ];
        var document = Rendering.Render("fits", "SELECT NULL::INTEGER, 1.0::DOUBLE, [1, 2, 3, 4, 5, 6]::DOUBLE[], [1, 2, 3, 4, 5, 6, 7, 8]::DOUBLE[], 'abcdef'",
            columns, ResultEnding.Overflow, "select *\nfrom t -- " + new string('x', 80), new ResultInfo("snapshot", "7"));
        var cards = Encoding.ASCII.GetString(document, 2880, document.Length - 2880).Chunk(80).Select(card => new string(card).TrimEnd()).ToList();
        Assert.Equal(
        [
            "XTENSION= 'BINTABLE'", "BITPIX  =                    8", "NAXIS   =                    2", "NAXIS1  =                   74", "NAXIS2  =                    1",
            "PCOUNT  =                   64", "GCOUNT  =                    1", "TFIELDS =                    5", "EXTNAME = 'RESULT  '",
            "TTYPE1  = 'o''clock'", "TFORM1  = '1J      '", "TUNIT1  = 'h       '", "TNULL1  =          -2147483648", "TUCD1   = 'time;meta'", "TUTYP1  = 'a:b     '",
            "TCOMM1  = '" + new string('d', 67) + "&'", "CONTINUE  '" + new string('d', 33) + "'",
            "TTYPE2  = 'RA      '", "TFORM2  = '1D      '",
            "TTYPE3  = 'ra_2    '", "TFORM3  = '6D      '", "TDIM3   = '(2,3)   '",
            "TTYPE4  = 'p       '", "TFORM4  = '1PD(8)  '", "TXTYP4  = 'polygon '",
            "TTYPE5  = 's       '", "TFORM5  = '6A      '", "TDIM5   = '(3,2)   '",
            "QSTATUS = 'OVERFLOW'", "HISTORY query: select *", "HISTORY from t -- " + new string('x', 62), "HISTORY " + new string('x', 18), "HISTORY snapshot: 7", "END",
        ], cards[..(cards.IndexOf("END") + 1)]);
    }

    [Theory]
    [InlineData("SELECT * FROM (VALUES (255::UTINYINT), (0)) t(n)", "unsignedByte", null)]
    [InlineData("SELECT * FROM (VALUES (255::UTINYINT), (NULL)) t(n)", "unsignedByte", "Column n: 255 is a value, but it stands for null in FITS, and there are nulls too. Ask for another format.")]
    [InlineData("SELECT (-32768)::SMALLINT", "short", null)]
    public void Only_a_column_with_nulls_cannot_hold_the_number_that_marks_them(string sql, string type, string? message)
    {
        var refusal = Record.Exception(() => Rendering.Render("fits", sql, [Rendering.Column("n", type)]));
        Assert.Equal(message, (refusal as ResultFormatException)?.Message);
        Assert.Equal(message is null, refusal is null);
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    public void A_table_has_999_columns_at_most(int count, bool isRefused)
    {
        var columns = Enumerable.Range(0, count).Select(number => Rendering.Column($"c{number}", "int")).ToImmutableArray();
        var sql = $"SELECT {string.Join(", ", Enumerable.Repeat("1", count))}";
        if (isRefused) Assert.Contains("999", Assert.Throws<ResultFormatException>(() => Rendering.Render("fits", sql, columns)).Message, StringComparison.Ordinal);
        else Assert.Equal(0, Rendering.Render("fits", sql, columns).Length % 2880);
    }
}
