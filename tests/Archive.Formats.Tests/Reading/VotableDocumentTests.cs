using System.Globalization;
using System.Text;
using Archive.Formats.Reading;

namespace Archive.Formats.Tests.Reading;

/// <summary>What is around the cells: namespaces, several tables, names, rows that lack cells, and documents that are none.</summary>
public sealed class VotableDocumentTests
{
    private const string Table = "<TABLE><FIELD name='n' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE>";

    [Theory]
    [InlineData("<VOTABLE version='1.1' xmlns='http://www.ivoa.net/xml/VOTable/v1.1'>")]
    [InlineData("<VOTABLE version='1.1' xmlns='http://vizier.u-strasbg.fr/VOTable'>")]
    [InlineData("<VOTABLE version='1.2' xmlns='http://www.ivoa.net/xml/VOTable/v1.2'>")]
    [InlineData("<VOTABLE version='1.3' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>")]
    [InlineData("<VOTABLE version='1.4' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>")]
    [InlineData("<VOTABLE version='1.5' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>")]
    [InlineData("<VOTABLE>")]
    [InlineData("<?xml version='1.0' encoding='ISO-8859-1'?>\n<!-- x --><VOTABLE>")]
    [InlineData("\uFEFF<?xml version='1.0'?><VOTABLE>")]
    public void Every_version_is_read(string start)
    {
        using var loaded = Read($"{start}<DESCRIPTION>d</DESCRIPTION><COOSYS ID='c' system='ICRS'/><RESOURCE><RESOURCE><INFO name='a' value='b'/>{Table}</RESOURCE></RESOURCE></VOTABLE>");
        Assert.Equal(["1"], loaded.Rows());
    }

    [Fact]
    public void A_prefix_is_read_as_none()
    {
        using var loaded = Read("<v:VOTABLE xmlns:v='http://www.ivoa.net/xml/VOTable/v1.3'><v:RESOURCE>" + Table.Replace("</", "</v:", StringComparison.Ordinal).Replace("<", "<v:", StringComparison.Ordinal).Replace("<v:/v:", "</v:", StringComparison.Ordinal) + "</v:RESOURCE></v:VOTABLE>");
        Assert.Equal(["1"], loaded.Rows());
    }

    /// <summary>[T21] Names, as they are reached in quotes.</summary>
    [Fact]
    public void Names_are_kept_and_made_unique()
    {
        string[] names = ["2nd", "with blank", " leading", "_under", "a\"b", "Ωmega", "ra", "RA", "ra", "ra_2", "select", "x.y;--"];
        var fields = string.Concat(names.Select(name => $"<FIELD name='{name.Replace("\"", "&quot;", StringComparison.Ordinal)}' datatype='int'/>"));
        using var loaded = Read($"<VOTABLE><RESOURCE><TABLE>{fields}<FIELD ID='only_id' datatype='int'/><FIELD datatype='int'/></TABLE></RESOURCE></VOTABLE>");
        Assert.Equal(["2nd", "with blank", " leading", "_under", "a\"b", "Ωmega", "ra", "RA_2", "ra_3", "ra_2_2", "select", "x.y;--", "only_id", "column_14"], loaded.Columns.Select(column => column.Name));
        Assert.Equal(0, loaded.RowCount);
    }

    [Theory]
    [InlineData("<TABLE><FIELD name='n' datatype='int'/></TABLE>")]
    [InlineData("<TABLE><FIELD name='n' datatype='int'/><DATA/></TABLE>")]
    [InlineData("<TABLE><FIELD name='n' datatype='int'/><DATA><TABLEDATA/></DATA></TABLE>")]
    [InlineData("<TABLE><FIELD name='n' datatype='int'/><DATA><TABLEDATA></TABLEDATA></DATA></TABLE>")]
    [InlineData("<TABLE><FIELD name='n' datatype='int'/><DATA><BINARY/></DATA></TABLE>")]
    [InlineData("<TABLE><FIELD name='n' datatype='int'/><DATA><BINARY><STREAM encoding='base64'/></BINARY></DATA></TABLE>")]
    [InlineData("<TABLE><FIELD name='n' datatype='int'/><DATA><BINARY2><STREAM encoding='base64'></STREAM></BINARY2></DATA></TABLE>")]
    [InlineData("<TABLE><FIELD name='n' datatype='int'/><DATA><FITS/></DATA></TABLE>")]
    public void A_table_may_be_empty(string table)
    {
        using var loaded = Read($"<VOTABLE><RESOURCE>{table}</RESOURCE></VOTABLE>");
        Assert.Equal(("n", 0L), (loaded.Columns.Single().Name, loaded.RowCount));
    }

    /// <summary>Lists with nulls in them go on over the chunks that they are kept in.</summary>
    [Fact]
    public void Nulls_in_lists_are_told_in_any_number_of_rows()
    {
        const int count = 5000;
        var rows = string.Concat(Enumerable.Range(0, count).Select(i => i % 5 == 0 ? "<TR><TD/></TR>" : string.Create(CultureInfo.InvariantCulture, $"<TR><TD>{(i % 3 == 0 ? "-1" : i)} {i} {(i % 7 == 0 ? "-1" : "2")}</TD></TR>")));
        using var loaded = Read($"<VOTABLE><RESOURCE><TABLE><FIELD name='a' datatype='int' arraysize='*'><VALUES null='-1'/></FIELD><DATA><TABLEDATA>{rows}</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
        Assert.Equal(Enumerable.Range(0, count).Select(i => i % 5 == 0 ? "NULL" : string.Create(CultureInfo.InvariantCulture, $"[{(i % 3 == 0 ? "NULL" : i)}, {i}, {(i % 7 == 0 ? "NULL" : "2")}]")), loaded.Rows());
    }

    [Fact]
    public void Cells_that_are_missing_are_null()
    {
        using var loaded = Read("<VOTABLE><RESOURCE><TABLE><FIELD name='a' datatype='int'/><FIELD name='b' datatype='char' arraysize='*'/><DATA><TABLEDATA><TR><TD>1</TD></TR><TR/><TR><TD/><TD>x</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
        Assert.Equal(["1|NULL", "NULL|NULL", "NULL|x"], loaded.Rows());
    }

    [Theory]
    [InlineData("", "isn't well-formed XML")]
    [InlineData("{}", "isn't well-formed XML")]
    [InlineData("<html/>", "no VOTable: its outermost element is html")]
    [InlineData("<VOTABLE/>", "has no TABLE")]
    [InlineData("<VOTABLE><RESOURCE><TABLE/></RESOURCE></VOTABLE>", "has no FIELD")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n'/></TABLE></RESOURCE></VOTABLE>", "has no datatype")]
    [InlineData("<VOTABLE><RESOURCE><TABLE ref='x'/></RESOURCE></VOTABLE>", "by 'ref', which isn't read")]
    [InlineData("<!DOCTYPE VOTABLE SYSTEM 'x.dtd'><VOTABLE/>", "isn't well-formed XML")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD><TD>2</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>", "Row 1 has more cells than the table's 1 columns")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR><TR><TD>x</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>", "Row 2, column 'n': 'x' is not a whole number")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><TABLEDATA><TR><TD encoding='base64'>AAAA</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>", "TD with an encoding")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><BINARY><STREAM href='file:///etc/passwd'/></BINARY></DATA></TABLE></RESOURCE></VOTABLE>", "which isn't fetched")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><FITS><STREAM href='file:///etc/passwd'/></FITS></DATA></TABLE></RESOURCE></VOTABLE>", "which isn't fetched")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><BINARY><STREAM encoding='base64'>AAAAAQA=</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>", "Row 2, column 'n': the STREAM ends within the cell")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><BINARY><STREAM encoding='base64'>*</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>", "isn't well-formed XML")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int' arraysize='*'/><DATA><BINARY><STREAM encoding='base64'>/////w==</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>", "number of elements is negative")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='double' arraysize='*'/><DATA><BINARY><STREAM encoding='base64'>f////w==</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>", "the STREAM ends within the cell")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='n' datatype='int'/><DATA><FITS><STREAM encoding='base64'>AAAA</STREAM></FITS></DATA></TABLE></RESOURCE></VOTABLE>", "no table that could be read")]
    public void What_is_no_table_is_told(string document, string message)
    {
        var error = Assert.Throws<TableReadException>(() => Read(document).Dispose());
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_are_not_nested_without_end()
    {
        var error = Assert.Throws<TableReadException>(() => Read("<VOTABLE>" + string.Concat(Enumerable.Repeat("<RESOURCE>", 10_000))).Dispose());
        Assert.Contains("nested deeper than 64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_named()
    {
        var error = Assert.Throws<TableReadException>(() => LoadedTable.Of(Encoding.UTF8.GetBytes($"<VOTABLE><RESOURCE>{Table}</RESOURCE></VOTABLE>"), new TableReadLimits { MaximumRows = 0, MaximumRowsName = "Most" }).Dispose());
        Assert.Contains("more than 0 rows, the limit Most", error.Message, StringComparison.Ordinal);
    }

    private static LoadedTable Read(string document) => LoadedTable.Of(Encoding.UTF8.GetBytes(document));
}
