using System.Text;
using Archive.Formats.Reading;

namespace Archive.Formats.Tests.Reading;

/// <summary>What a cell of a VOTable says, out of the table <c>Cases/votable_reading.tsv</c>.</summary>
public sealed class VotableCellTests
{
    private const string Missing = "-";

    public static TheoryData<string, string, string, string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string, string, string, string>();
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "votable_reading.tsv"), Encoding.UTF8).Where(line => !line.StartsWith('#')))
        {
            var fields = line.Split('\t');
            Assert.Equal(6, fields.Length);
            cases.Add(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_is_read_as_the_standard_says(string datatype, string arraysize, string xtype, string nullText, string cell, string expected)
    {
        var values = nullText == Missing ? "" : $"<VALUES null='{nullText}'/>";
        var document = $"<VOTABLE><RESOURCE><TABLE><FIELD name='v' datatype='{datatype}'{Attribute("arraysize", arraysize)}{Attribute("xtype", xtype)}>{values}</FIELD><DATA><TABLEDATA><TR><TD>{cell}</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
        if (expected.StartsWith('!'))
        {
            var error = Assert.Throws<TableReadException>(() => LoadedTable.Of(Encoding.UTF8.GetBytes(document)).Dispose());
            Assert.Contains(expected[1..], error.Message, StringComparison.Ordinal);
            return;
        }

        using var loaded = LoadedTable.Of(Encoding.UTF8.GetBytes(document));
        Assert.Equal([expected], loaded.Rows());
    }

    private static string Attribute(string name, string value) => value == Missing ? "" : $" {name}='{value}'";
}
