using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Importing;
using Archive.Ingest.Tests.Partitioning;

namespace Archive.Ingest.Tests.Importing;

/// <summary>Files that say what their columns are: VOTables, FITS and IPAC tables, as astropy and STILTS write them (<c>Cases/Tables/make_tables.py</c>).</summary>
public sealed class DescribedTableTests : IDisposable
{
    /// <summary>The four rows of <c>make_tables.py</c>, by night and key.</summary>
    private static readonly string[] Rows =
    [
        "X.1|2004-08-24|2004-08-24 09:00:00.5|359.875|-89.5|-1.5|2147483647|1|-",
        "X.2|2004-08-24|2004-08-24 09:10:00|-|-|12.0|-|2|Mayall's \"object\", II",
        "X.3|2004-08-25|2004-08-25 08:23:11.25|279.25|38.75|0.03125|17|9007199254740993|Vega",
        "X.4|2004-08-25|2004-08-25 10:00:00|12.5|1e-07|-|-1|3|a <b> & c",
    ];

    private readonly TemporaryFolder _folder = new();

    private ArchiveFolder Archive => new(_folder["archive"]);

    private TableFolder Table => Archive.Table("taken");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("astropy-tabledata.vot", "VOTable")]
    [InlineData("astropy-binary.vot", "VOTable")]
    [InlineData("astropy-binary2.vot", "VOTable")]
    [InlineData("stilts-tabledata.vot", "VOTable")]
    [InlineData("stilts-binary.vot", "VOTable")]
    [InlineData("stilts-binary2.vot.gz", "VOTable")]
    [InlineData("stilts-fits.fits", "FITS table")]
    [InlineData("astropy.tbl", "IPAC table")]
    [InlineData("stilts.tbl", "IPAC table")]
    public void All_rows_are_taken_and_cut_by_night(string file, string format)
    {
        var plan = Import(Case(file));

        Assert.Equal((format, 4L, "date_obs", 2, "obs_id"), (plan.Format, plan.Rows, plan.PartitionedBy, plan.PartitionCount, plan.Table.KeyColumn));
        Assert.Equal(Rows, Taken("obs_id, date_obs, utdatetime::TIMESTAMP, alpha, delta, mag, frameno, counter, object"));
    }

    [Theory]
    [InlineData("astropy-tabledata.vot")]
    [InlineData("astropy-binary2.vot")]
    [InlineData("stilts-binary.vot")]
    public void What_a_VOTable_says_of_its_columns_is_kept(string file)
    {
        Import(Case(file));

        var kept = TableDescription.Read(Table.DescriptionFile);
        Assert.Equal(new PositionColumns("alpha", "delta"), kept.Position);
        Assert.Equal(
        [
            "obs_id unicodeChar 3  ucd=meta.id;meta.main Name of the observation.", "date_obs char 10 timestamp ucd=time.start;obs ", "utdatetime unicodeChar 23 timestamp ucd= ",
            "alpha double   deg ucd=pos.eq.ra;meta.main utype=stc:Position.C1 ", "delta double   deg ucd=pos.eq.dec;meta.main ", "mag float   mag ucd=phot.mag;em.opt.V ", "frameno int   ucd= ",
            "counter long   ucd= ", "object unicodeChar 21  ucd= What was looked at.",
        ], kept.Columns.Select(Said));
    }

    [Theory]
    [InlineData("|a  |\n|int|\n1\n", "Line 3 has '1' in its column 1, below a bar of the header.")]
    [InlineData("|a |\n|int|\n 1\n", "Line 2 of the header hasn't its bars where the first one has them.")]
    [InlineData("|a  |\n|int|\n 1   7\n", "Line 3 goes on beyond the header's last bar.")]
    [InlineData("|a  |\n|odd|\n 1\n", "Column 'a': 'odd' is no type of IPAC tables.")]
    [InlineData("|a  |\n|int|\n x\n", "Row 1, column 'a': 'x' is not a whole number from -2147483648 to 2147483647.")]
    [InlineData("|a  |\n|int|\n|   |\n|   |\n|   |\n 1\n", "Line 5 is a 5th line of the header")]
    [InlineData("\\ only words\n", "The IPAC table has no header")]
    [InlineData("<a/>", "The document is no VOTable: its outermost element is a.")]
    [InlineData("<VOTABLE><TABLE/></VOTABLE>", "The VOTable's first TABLE has no FIELD.")]
    [InlineData("<VOTABLE><TABLE><FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>1", "The VOTable isn't well-formed XML")]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><VOTABLE/>", "DTD")]
    public void A_broken_file_is_named_with_the_place(string content, string message)
    {
        var path = Write(content);

        var error = Assert.Throws<IngestException>(() => TableImport.Open(path, Archive, "taken"));

        Assert.StartsWith($"{path} can't be read: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|a  |b |\n 1   2\n 3\n\n", "char char", "1|2 3|-")]
    [InlineData("\\fixlen = T\n\\ a comment\n|a  |b   |\n|i  |d   |\n|   |    |\n|-99|    |\n -99 1.5 \n 7   null\n", "int double", "-|1.5 7|-")]
    [InlineData("|a         |\r\n|date      |\r\n 2004-08-24\r\n", "char", "2004-08-24 00:00:00")]
    [InlineData("|a |A |\n|r |l |\n 1  2\n", "float long", "1.0|2")]
    public void The_header_of_an_IPAC_table_may_be_short(string content, string types, string rows)
    {
        var plan = Import(Write(content));

        Assert.Equal(types, string.Join(' ', plan.Table.Columns.Select(column => column.Type.Datatype.VotableName())));
        Assert.Equal(rows.Replace("2004-08-24 00", "2004-08-24_00", StringComparison.Ordinal), string.Join(' ', Taken(string.Join(", ", plan.Table.Columns.Select(column => $"\"{column.Name}\""))).Select(row => row.Replace(' ', '_'))));
    }

    [Theory]
    [InlineData("ucd='pos.eq.ra;meta.main' unit='rad'", "ucd='pos.eq.dec;meta.main' unit='rad'", null)]
    [InlineData("ucd='POS_EQ_RA_MAIN' unit='deg'", "ucd='POS_EQ_DEC_MAIN'", "a,d")]
    [InlineData("ucd='pos.eq.ra;meta.main'", "ucd='pos.eq.dec'", null)]
    public void A_position_is_recognised_by_its_UCDs(string ra, string dec, string? position)
    {
        var plan = Import(Write($"<VOTABLE><TABLE><FIELD name='a' datatype='float' {ra}/><FIELD name='d' datatype='double' {dec}/><DATA><TABLEDATA><TR><TD>1</TD><TD>2</TD></TR></TABLEDATA></DATA></TABLE></VOTABLE>"));

        Assert.Equal(position, plan.Table.Position is { } found ? $"{found.RightAscension},{found.Declination}" : null);
    }

    [Fact]
    public void Arrays_and_flags_keep_their_types()
    {
        var plan = Import(Write("""
            <VOTABLE><TABLE><DESCRIPTION>Of all kinds.</DESCRIPTION><FIELD name="id" datatype="short"/><FIELD name="flux" datatype="float" arraysize="2x*" unit="Jy"/><FIELD name="ok" datatype="boolean"/>
            <FIELD name="area" datatype="double" arraysize="*" xtype="polygon"/><DATA><TABLEDATA><TR><TD>1</TD><TD>1 2 3 4</TD><TD>T</TD><TD>9 19 11 19 11 21</TD></TR><TR><TD>2</TD><TD/><TD>?</TD><TD/></TR></TABLEDATA></DATA></TABLE></VOTABLE>
            """));

        Assert.Equal(("Of all kinds.", "2x*", "polygon"), (plan.Table.Description, plan.Table.FindColumn("flux")!.Type.Arraysize, plan.Table.FindColumn("area")!.Type.Xtype));
        Assert.Equal(["1|[1.0, 2.0, 3.0, 4.0]|true|[9.0, 19.0, 11.0, 19.0, 11.0, 21.0]", "2|-|-|-"], Taken("id, flux, ok, area"));
    }

    private static string Case(string file) => Path.Combine(SharedData.RepositoryRoot, "tests/Archive.Ingest.Tests/Cases/Tables", file);

    private static string Said(Column column) => string.Create(CultureInfo.InvariantCulture,
        $"{column.Name} {column.Type.Datatype.VotableName()} {column.Type.Arraysize} {column.Type.Xtype} {(column.Unit is { } unit ? unit + " " : "")}ucd={column.Ucd} {(column.Utype is { } utype ? $"utype={utype} " : "")}{column.Description}")
        .Replace("timestamp  ", "timestamp ", StringComparison.Ordinal);

    private string Write(string content)
    {
        File.WriteAllText(_folder["input"], content);
        return _folder["input"];
    }

    private ImportPlan Import(string path)
    {
        using var import = TableImport.Open(path, Archive, "taken");
        import.Commit();
        return import.Plan;
    }

    private string[] Taken(string columns)
    {
        var files = new ManifestStore(Table).ReadCurrent().Files.Select(file => $"'{Path.Combine(Table.Root, file.Path)}'");
        return TestTable.Query($"SELECT concat_ws('|', {string.Join(", ", columns.Split(", ").Select(column => $"coalesce({column}::VARCHAR, '-')"))}) FROM read_parquet([{string.Join(", ", files)}], hive_partitioning = false) ORDER BY 1");
    }
}
