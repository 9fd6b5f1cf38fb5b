using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Formats.Tests;

/// <summary>One value in every format, out of the table <c>Cases/cells.tsv</c>: what the query says, the column's type, and the cell expected.</summary>
public sealed partial class CellTests
{
    public static TheoryData<string, string, string, string> Cases()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "cells.tsv"), Encoding.UTF8).Where(line => !line.StartsWith('#')).ToArray();
        var formats = lines[0].Split('\t')[2..];
        var cases = new TheoryData<string, string, string, string>();
        foreach (var fields in lines[1..].Select(line => line.Split('\t')))
        {
            Assert.Equal(formats.Length + 2, fields.Length);
            for (var format = 0; format < formats.Length; format++) cases.Add(formats[format], fields[0], fields[1], fields[format + 2]);
        }

        return cases;
    }

    /// <summary>[T31] [D8] [O3] [O4] [O5] [O10]</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_value_is_written_as_its_format_asks(string format, string sql, string type, string expected) =>
        Assert.Equal(expected, Cell(format, sql, type));

    /// <summary>[T31]</summary>
    [Theory]
    [InlineData("csv", "\"a\tb, \"\"c\"\"\",\" n\"\r\n1,2\r\n")]
    [InlineData("tsv", "a b, \"c\"\t n\n1\t2\n")]
    public void A_name_is_written_as_a_text(string format, string document) =>
        Assert.Equal(document, Rendering.RenderText(format, "SELECT 1, 2", Rendering.Column("a\tb, \"c\"", "int"), Rendering.Column(" n", "int")));

    [Theory]
    [InlineData("csv", "n\r\n\"\"\r\n7\r\n")]
    [InlineData("tsv", "n\n\n7\n")]
    public void A_null_in_an_only_column(string format, string document) =>
        Assert.Equal(document, Rendering.RenderText(format, "SELECT * FROM (VALUES (NULL), (7)) t(n)", Rendering.Column("n", "int")));

    /// <summary>[O5]</summary>
    [Fact]
    public void Null_flags_go_on_in_the_next_byte_after_eight_columns()
    {
        var columns = Enumerable.Range(0, 18).Select(i => Rendering.Column($"c{i}", "unsignedByte")).ToImmutableArray();
        var values = string.Join(", ", columns.Select((_, i) => i is 0 or 6 or 9 or 17 ? "NULL::UTINYINT" : "7::UTINYINT"));
        var document = Encoding.UTF8.GetString(Rendering.Render("votable/b2", $"SELECT {values} FROM range(300)", columns));
        var bytes = Convert.FromBase64String(StreamContent().Match(document).Groups[1].Value);
        Assert.Equal(string.Concat(Enumerable.Repeat("824040" + "000707070707000707000707070707070700", 300)), Convert.ToHexString(bytes));
    }

    [Fact]
    public void A_machine_that_writes_numbers_the_German_way_writes_the_same()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.All(Cases(), row => A_value_is_written_as_its_format_asks((string)row[0], (string)row[1], (string)row[2], (string)row[3]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The cell of a row that has the value and, after it, the integer 1.</summary>
    private static string Cell(string format, string sql, string type)
    {
        var document = Rendering.Render(format, $"SELECT {sql} AS v, 1 AS n", [Rendering.Column("v", type), Rendering.Column("n", "int")]);
        if (format is "votable/b2" or "votable/b")
        {
            var stream = StreamContent().Match(Encoding.UTF8.GetString(document)).Groups[1].Value;
            var bytes = Convert.FromBase64String(stream);
            Assert.Equal([0, 0, 0, 1], bytes[^4..]);
            return Convert.ToHexString(bytes[..^4]);
        }

        if (format == "fits") return FitsCell(document);
        var text = Encoding.UTF8.GetString(document);
        if (format == "ipac")
        {
            var lines = text.Split('\n');
            return Escape(lines[^2][1..lines[^3].IndexOf('|', 1)].Trim());
        }

        var (before, after) = format switch
        {
            "votable" => ("<TR><TD>", "</TD><TD>1</TD></TR>\n</TABLEDATA>"),
            "csv" => ("v,n\r\n", ",1\r\n"),
            "tsv" => ("v\tn\n", "\t1\n"),
            "json" => ("\"data\":[\n[", ",1]\n]"),
            _ => throw new ArgumentException(format),
        };
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return Escape(text[start..text.LastIndexOf(after, StringComparison.Ordinal)]);
    }

    private static string FitsCell(byte[] document)
    {
        const int BlockLength = 2880;
        var header = Encoding.ASCII.GetString(document, BlockLength, document.Length - BlockLength);
        var begin = BlockLength + ((header.IndexOf("END     ", StringComparison.Ordinal) / BlockLength) + 1) * BlockLength;
        var length = int.Parse(header.AsSpan(header.IndexOf("NAXIS1", StringComparison.Ordinal) + 10, 20), CultureInfo.InvariantCulture);
        var heapLength = int.Parse(header.AsSpan(header.IndexOf("PCOUNT", StringComparison.Ordinal) + 10, 20), CultureInfo.InvariantCulture);
        Assert.Equal(0, document.Length % BlockLength);
        Assert.Equal([0, 0, 0, 1], document[(begin + length - 4)..(begin + length)]);
        return header.Contains("'1P", StringComparison.Ordinal)
            ? Convert.ToHexString(document, begin, 4) + "|" + Convert.ToHexString(document, begin + length, heapLength)
            : Convert.ToHexString(document, begin, length - 4);
    }

    private static string Escape(string text) => Escapable().Replace(text, match => match.Value[0] switch
    {
        '\\' => "\\\\",
        '\t' => "\\t",
        '\r' => "\\r",
        '\n' => "\\n",
        var control => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)control:X2}"),
    });

    [GeneratedRegex(@"[\\\x00-\x1F]")]
    private static partial Regex Escapable();

    [GeneratedRegex("<STREAM encoding=\"base64\">([^<]*)</STREAM>")]
    private static partial Regex StreamContent();
}
