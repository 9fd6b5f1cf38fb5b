using Archive.Ingest.Instruments;

namespace Archive.Ingest.Tests.Instruments;

public class InstrumentFileTests
{
    private const string Properties = "# instrument: CAM\n# table: cam\n# prefix: CA\n# key: id\n# utdate: day\n# position: ra,dec\n# description: Frames.\n";
    private const string Fields = "name\ttype\twidth\tunit\tucd\tprincipal\trequired\tkeywords\tminimum\tmaximum\tvalues\tdescription\n";
    private const string Id = "id\tchar\t8\t\tmeta.id\tY\tY\tID,NAME\t\t\ta, b|c\tNames the frame.\n";
    private const string Rest = "day\tdate\t\t\t\tN\tN\t\t\t\t\tThe day.\nra\tdouble\t\tdeg\t\tN\tN\tRA\t0\t360\t\tRight ascension.\ndec\tdouble\t\tdeg\t\tN\tN\tDEC\t-90\t90\t\tDeclination.\n";

    [Fact]
    public void Another_instrument_is_another_file()
    {
        var definition = InstrumentFile.Read(new StringReader(Properties + Fields + Id + Rest));

        Assert.Equal(("CAM", "CA", "cam"), (definition.Name, definition.Prefix, definition.Table.Name));
        Assert.Equal(["id", "day", "ra", "dec"], definition.Table.Columns.Select(column => column.Name));
        var id = definition.Columns[definition.KeyOrdinal];
        Assert.Equal(["ID", "NAME"], id.Keywords.AsEnumerable());
        Assert.Equal(["a, b", "c"], id.KnownValues.AsEnumerable());
        Assert.Equal((8, true, true), (id.Width, id.IsPrincipal, id.IsRequired));
        Assert.Equal((0.0, 360.0), (definition.Columns[2].Minimum!.Value, definition.Columns[2].Maximum!.Value));
        Assert.True(definition.Table.FindColumn("ra")!.IsIndexed);
    }

    [Theory]
    [InlineData("# instrument\n", "Line 1")]
    [InlineData(Properties + "name\ttype\n", "Line 8")]
    [InlineData(Properties + Fields + "id\tchar\n", "2 fields instead of 12")]
    [InlineData(Properties + Fields + Id + Id, "Line 10 of the instrument's definition: column id is defined twice")]
    [InlineData(Properties + Fields + "id\tfloat\t\t\t\tN\tN\t\t\t\t\tText.\n", "'float' is no type")]
    [InlineData(Properties + Fields + "id\tchar\t\t\t\tN\tN\t\t\t\t\tText.\n", "needs its width")]
    [InlineData(Properties + Fields + "id\tint\t\t\t\tyes\tN\t\t\t\t\tText.\n", "'yes' should be Y or N")]
    [InlineData(Properties + Fields + "id\tint\t\t\t\tN\tN\t\tlow\t\t\tText.\n", "'low' should be a number")]
    [InlineData(Properties + Fields + "id\tint\t\t\t\tN\tN\t\t\t\t\t\n", "needs a description")]
    [InlineData(Properties + Fields + Id, "a column day that it doesn't define")]
    [InlineData(Fields + Id + Rest, "lacks the line '# position: ...'")]
    public void A_faulty_file_is_refused_with_its_fault(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => InstrumentFile.Read(new StringReader(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_without_a_file_is_named() =>
        Assert.Contains("koa_nowhere", Assert.Throws<InvalidDataException>(() => InstrumentFile.Load("koa_nowhere")).Message, StringComparison.Ordinal);
}
