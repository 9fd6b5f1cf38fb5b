using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Fits;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Surveying;
using Archive.Ingest.Tests.Partitioning;

namespace Archive.Ingest.Tests.Pipeline;

/// <summary>A user's own definition file: the same form as the program's, kept in the archive, and drafted from headers.</summary>
public sealed class OwnDefinitionTests : IDisposable
{
    private const string Fields = "name\ttype\twidth\tunit\tucd\tprincipal\trequired\tkeywords\tminimum\tmaximum\tvalues\tdescription\n";

    private const string Definition =
        "## My camera.\n# table: cam\n# instrument: CAM\n# key: frame\n# utdate: night\n# start: began\n# position: ra,dec\n# description: Frames of my camera.\n" + Fields
        + "frame\tchar\t32\t\tmeta.id;meta.main\tY\tY\tFRAME\t\t\t\tNames the frame.\n"
        + "night\tdate\t\t\t\tY\tY\tDATE-OBS\t\t\t\tUT date.\n"
        + "began\ttimestamp\t\t\t\t\t\t\t\t\t\tStart.\n"
        + "ra\tdouble\t\tdeg\t\t\t\tTELRA\t\t\t\tRight ascension.\n"
        + "dec\tdouble\t\tdeg\t\t\t\tTELDEC\t\t\t\tDeclination.\n"
        + "seconds\tdouble\t\ts\ttime.duration;obs.exposure\t\t\tEXPTIME,SUBEXP*NSUB\t0\t3600\t\tExposure.\n"
        + "cooled\tboolean\t\t\t\t\t\tCOOLER\t\t\t\tWhether the camera was cooled.\n"
        + "counter\tlong\t\t\t\t\t\tCOUNTER\t\t\t\tShutter counter.\n"
        + "path\tchar\t*\t\t\t\t\t@file\t\t\t\tThe file.\n";

    private readonly TemporaryFolder _folder = new();

    private ArchiveFolder Archive => new(_folder["archive"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_definition_makes_a_table_and_later_ingests_need_not_name_it()
    {
        Write("n/1.fits", "INSTRUME= 'CAM'", "FRAME   = 'f1'", "DATE-OBS= '2024-03-01'", "UT      = '01:02:03.5'", "TELRA   = '02:00:00'", "TELDEC  = '-10:30:00'", "SUBEXP  = 2.5", "NSUB    = 4", "COOLER  = T", "COUNTER = 3000000000", "OTHER   = 1");
        Assert.Equal((1, 0), Counts(Ingest(definition: WriteDefinition(Definition))));
        Write("n/2.fits", "INSTRUME= 'CAM'", "DATE-OBS= '2024-03-02T04:05:06'");
        Write("n/3.fits", "INSTRUME= 'CAMERA TWO'", "DATE-OBS= '2024-03-02T04:05:06'");
        var report = Ingest("cam");

        Assert.Equal((1, 1), Counts(report));
        Assert.Equal("OtherInstrument", report.RefusedByCode.Single().Key);
        Assert.Equal(
            ["20240302T040506.2.fits|2024-03-02|2024-03-02 04:05:06|n/2.fits", "f1|2024-03-01|2024-03-01 01:02:03.5|30.0|-10.5|10.0|true|3000000000|n/1.fits"],
            Rows("cam", "frame, night, began, ra, dec, seconds, cooled, counter, path"));
        Assert.Equal(["frame", "night", "began", "ra", "dec", "seconds", "cooled", "counter", "path"], TableDescription.Read(Archive.Table("cam").DescriptionFile).Columns.Select(column => column.Name));
        Assert.StartsWith("## My camera.\n", File.ReadAllText(Archive.Table("cam").DefinitionFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seconds\tdouble", "seconds\tfloat", "own.tsv: Line 15 of the instrument's definition: 'float' is no type")]
    [InlineData("# key: frame", "# key: frames", "own.tsv: Line 4 of the instrument's definition: the property key names a column frames that it doesn't define")]
    [InlineData("# key: frame\n", "", "own.tsv: The definition lacks the line '# key: ...'.")]
    [InlineData("# key: frame", "# kee: frame", "own.tsv: Line 4 of the instrument's definition: there is no property 'kee'")]
    [InlineData("\ts\ttime", "\tsecs\ttime", "own.tsv: Line 15 of the instrument's definition: 'secs' is no unit by VOUnits")]
    [InlineData("# table: cam\n", "", "doesn't name its table. Say --table NAME")]
    [InlineData("# table: cam", "# table: koa_hires", "Table koa_hires is the one of HIRES, which has its definition.")]
    [InlineData("# key: frame", "# rules: koa\n# key: frame", "own.tsv: Table cam has no column koaid.")]
    public void What_is_wrong_with_it_is_said_with_its_line(string old, string with, string message)
    {
        Write("1.fits", "INSTRUME= 'CAM'", "DATE-OBS= '2024-03-01'");
        var path = WriteDefinition(Definition.Replace(old, with, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Throws<IngestException>(() => Ingest(definition: path)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Archive.Table("cam").DescriptionFile));
    }

    [Fact]
    public void A_definition_with_more_columns_adds_them_and_one_with_fewer_is_refused()
    {
        Write("1.fits", "INSTRUME= 'CAM'", "DATE-OBS= '2024-03-01'", "COOLER  = T", "COUNTER = 7");
        Ingest(definition: WriteDefinition(Definition.Replace("counter\tlong\t\t\t\t\t\tCOUNTER\t\t\t\tShutter counter.\n", "", StringComparison.Ordinal)));
        var report = Ingest(definition: WriteDefinition(Definition));

        Assert.Equal((0, 1), (report.New, report.Changed));
        Assert.Equal(["true|7"], Rows("cam", "cooled, counter"));
        var fewer = WriteDefinition(Definition.Replace("cooled\tboolean", "chilled\tboolean", StringComparison.Ordinal));
        Assert.Contains("cooled", Assert.Throws<IngestException>(() => Ingest(definition: fewer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_definition_named_again_keeps_what_was_found()
    {
        var path = WriteDefinition(Definition.Replace("# instrument: CAM", "# columns: from headers", StringComparison.Ordinal));
        Write("1.fits", "DATE-OBS= '2024-03-01'", "GAINSET = 1.5", "COUNTER = 1.5");
        Ingest(definition: path);
        Write("2.fits", "DATE-OBS= '2024-03-02'");
        Ingest(definition: path);

        Assert.Equal(["20240301.1.fits|1.5|1.5", "20240302.2.fits"], Rows("cam", "frame, counter, gainset"));
    }

    [Fact]
    public void A_draft_of_the_headers_is_a_definition_that_takes_them()
    {
        Write("1.fits", "DATE-OBS= '2024-03-01T01:02:03'", "EXPTIME = 2.5 / [s] Exposure time", "RA      = 10.5", "DEC     = -3.25", "EQUINOX = 2000", "HIERARCH ESO DET ID = 'CCD'");
        Write("2.fits", "DATE-OBS= '2024-03-02T01:02:03'", "EXPTIME = 2");
        File.WriteAllText(_folder["files/notes.txt"], "Seeing was fine.\n");
        HiresFile.Write(_folder["files/h.fits"]);
        var inspection = HeaderInspection.Run([_folder["files"]]);

        Assert.Equal((4, 3, 1), (inspection.Files, inspection.Headers, inspection.RefusedByCode["NotAHeader"]));
        Assert.Equal(("koa_hires", 1L), (inspection.FilesByInstrumentTable.Single().Key, inspection.FilesByInstrumentTable.Single().Value));
        var exposure = inspection.Keywords.Single(keyword => keyword.Keyword == "EXPTIME");
        Assert.Equal(("double", "s", 2L, "t_exptime, exptime"), (exposure.Type, exposure.Unit, exposure.Headers, string.Join(", ", exposure.Columns)));
        Assert.Equal(["2.5", "2"], exposure.Examples.AsEnumerable());

        var draft = WriteDefinition(inspection.Draft("drafted"));
        var report = Ingest(definition: draft);
        Assert.Equal((3, 1), Counts(report));
        Assert.Equal(["20240301T010203.1.fits|10.5|-3.25|2.5|CCD", "20240302T010203.2.fits|2.0"], Rows("drafted", "obs_id, ra, dec, exptime, eso_det_id")[1..]);
    }

    private static (long New, long Refused) Counts(IngestReport report) => (report.New, report.Refused);

    private IngestReport Ingest(string? table = null, string? definition = null) =>
        IngestRun.Run([_folder["files"]], Archive, options: new IngestOptions { Table = table, DefinitionFile = definition });

    private string WriteDefinition(string text)
    {
        File.WriteAllText(_folder["own.tsv"], text);
        return _folder["own.tsv"];
    }

    private void Write(string name, params string[] cards)
    {
        var path = _folder["files/" + name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Concat(((string[])["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", .. cards, "END"]).Select(card => card.PadRight(FitsHeader.CardLength))).PadRight(2880 * 2));
    }

    private string[] Rows(string table, string columns) => TestTable.Query(
        $"SELECT concat_ws('|', {columns}) FROM read_parquet([{string.Join(", ", new ManifestStore(Archive.Table(table)).ReadCurrent().Files.Select(file => $"'{Path.Combine(Archive.Table(table).Root, file.Path)}'"))}], hive_partitioning = false) ORDER BY 1");
}
