using Archive.Ingest.Fits;
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

        Assert.Equal(("CAM", "CA", "cam"), (definition.Name, definition.Prefixes.Single().Text, definition.Table.Name));
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
    [InlineData(Properties + Fields + "id\n", "Line 9 of the instrument's definition: it has 1 fields instead of 12")]
    [InlineData(Properties + Fields + Id + Id, "Line 10 of the instrument's definition: column id is defined twice")]
    [InlineData(Properties + Fields + "id\tfloat\t\t\t\tN\tN\t\t\t\t\tText.\n", "'float' is no type")]
    [InlineData(Properties + Fields + "id\tchar\t\t\t\tN\tN\t\t\t\t\tText.\n", "needs its width")]
    [InlineData(Properties + Fields + "id\tint\t\t\t\tyes\tN\t\t\t\t\tText.\n", "'yes' should be Y or N")]
    [InlineData(Properties + Fields + "id\tint\t\t\t\tN\tN\t\tlow\t\t\tText.\n", "'low' should be a number")]
    [InlineData(Properties + Fields + "id\tint\t\t\t\tN\tN\t\t\t\t\t\n", "needs a description")]
    [InlineData(Properties + Fields + Id, "a column day that it doesn't define")]
    [InlineData(Fields + Id + Rest, "lacks the line '# key: ...'")]
    [InlineData("# colour: red\n", "there is no property 'colour'")]
    [InlineData("# table: a\n# table: b\n", "Line 2 of the instrument's definition: the property table is said twice")]
    [InlineData("# prefix: CA if\n" + Properties + Fields + Id + Rest, "Line 1 of the instrument's definition: 'CA if' is no prefix")]
    [InlineData("# prefix: CA if CAMERA =\n" + Properties + Fields + Id + Rest, "names no value")]
    [InlineData("# header: A B\n" + Properties + Fields + Id + Rest, "'A B' should be one keyword")]
    [InlineData("# rules: mine\n" + Properties + Fields + Id + Rest, "there are no rules 'mine'")]
    [InlineData("# start: day\n" + Properties + Fields + Id + Rest, "names column day, which should be a timestamp")]
    [InlineData("# common: nowhere\n" + Properties + Fields + Id + Rest, "no embedded file")]
    [InlineData(Properties + Fields + Id + Rest + "Two words\tint\t\t\t\t\t\t\t\t\t\tText.\n", "Line 13 of the instrument's definition: 'Two words' is no name for a column")]
    [InlineData(Properties + Fields + Id + Rest + "more\tint\t\tfurlong\t\t\t\t\t\t\t\tText.\n", "'furlong' is no unit by VOUnits")]
    public void A_faulty_file_is_refused_with_its_fault(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => InstrumentFile.Read(new StringReader(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_several_tables_share_is_taken_from_their_common_file()
    {
        var text = Properties + "# common: koa_common\n" + Fields + Id + Rest + "airmass\nitime\t\t\ts\t\tY\nttime\tdouble\t\t-\n";
        var columns = InstrumentFile.Read(new StringReader(text)).Columns;

        Assert.Equal((ColumnKind.Real, null, "obs.airMass"), (columns[4].Kind, columns[4].Unit, columns[4].Ucd));
        Assert.Equal((ColumnKind.Real, "s", true), (columns[5].Kind, columns[5].Unit, columns[5].IsPrincipal));
        Assert.Equal((ColumnKind.Real, null), (columns[6].Kind, columns[6].Unit));
        Assert.Equal("Exposure time that the observer asked for.", columns[6].Description);
    }

    [Theory]
    [InlineData("CAMERA = BLUE", true)]
    [InlineData("CAMERA = RED, BLUE", true)]
    [InlineData("CAMERA = BLU", false)]
    [InlineData("camera = blue", true)]
    [InlineData("INSTRUME = KCWI", true)]
    [InlineData("INSTRUME = KCW", false)]
    [InlineData("OUTDIR contains /FCS", true)]
    [InlineData("OUTDIR contains raw", false)]
    [InlineData("CAMERA and OUTDIR", true)]
    [InlineData("CAMERA and IQLPOS", false)]
    [InlineData("no IQLPOS and CAMERA = BLUE", true)]
    [InlineData("no CAMERA", false)]
    public void A_condition_holds_or_does_not(string condition, bool expected) =>
        Assert.Equal(expected, HeaderCondition.Parse(condition).Holds(FitsHeader.FromCards("CAMERA  = 'Blue    '", "INSTRUME= 'KCWI: Cosmic Web Imager'", "OUTDIR  = '/s/fcs/x'")));

    [Fact]
    public void A_table_without_a_file_is_named() =>
        Assert.Contains("koa_nowhere", Assert.Throws<InvalidDataException>(() => InstrumentFile.Load("koa_nowhere")).Message, StringComparison.Ordinal);
}
