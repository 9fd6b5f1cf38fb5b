using System.IO.Compression;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Importing;
using Archive.Ingest.Tests.Partitioning;

namespace Archive.Ingest.Tests.Importing;

public sealed class TableImportTests : IDisposable
{
    private const string Observations = """
        koaid,date_obs,ra,dec,object,flag,frameno,ut
        HI.2,2004-08-24,279.25,38.75,Vega,T,17,08:23:11.0
        HI.1,2004-08-24,360,-90,,F,18,09:00:00.5
        HI.3,2004-08-25,,,"Mayall's ""object"", II",T,,
        """;

    private readonly TemporaryFolder _folder = new();

    private ArchiveFolder Archive => new(_folder["archive"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_csv_file_is_recognised_and_cut_by_night()
    {
        var plan = Plan(Observations);

        Assert.Equal(("CSV", 3L, "date_obs", 2), (plan.Format, plan.Rows, plan.PartitionedBy, plan.PartitionCount));
        Assert.Equal(("koaid", "date_obs", new PositionColumns("ra", "dec")), (plan.Table.KeyColumn, plan.Table.UtDateColumn, plan.Table.Position));
        Assert.Equal(["koaid char 4*", "date_obs char 10", "ra double", "dec double", "object char 21*", "flag char 1*", "frameno long", "ut char 10*"], Types(plan));
        Assert.Empty(plan.Notes);

        var summary = Commit(Observations);

        Assert.Equal(new ImportSummary(3, 2, 1, true), summary);
        Assert.Equal(["2004-08-24", "2004-08-25"], Current.Files.Select(file => file.Partition));
        Assert.Equal(["HI.1|360.0|none|F|09:00:00.5", "HI.2|279.25|Vega|T|08:23:11.0", "HI.3|none|Mayall's \"object\", II|T|none"],
            Rows("koaid, coalesce(ra::VARCHAR, 'none'), coalesce(object, 'none'), flag, coalesce(ut, 'none')"));
        var described = TableDescription.Read(Archive.Table("stars").DescriptionFile);
        Assert.Equal(plan.Table.Columns.AsEnumerable(), described.Columns);
        Assert.Equal(("deg", "pos.eq.dec;meta.main"), (described.FindColumn("DEC")!.Unit, described.FindColumn("DEC")!.Ucd));
    }

    [Theory]
    [InlineData("9 19 11 19 11 21", "double * polygon", null)]
    [InlineData(" 9  19 1.1e1 19 11 21 9 21 ", "double * polygon", null)]
    [InlineData("Circle ICRS 10 20 1", "char * adql:REGION", null)]
    [InlineData("Polygon 9 19 11 19 11 21", "char * adql:REGION", null)]
    [InlineData("9 19 11 19", "char 10*", "s_region: stays text, since '9 19 11 19' is neither a polygon's numbers nor STC-S.")]
    [InlineData("somewhere", "char 9*", "s_region: stays text, since 'somewhere' is neither a polygon's numbers nor STC-S.")]
    public void A_footprint_is_recognised(string footprint, string type, string? note)
    {
        var plan = Plan($"obs_id,s_region\n1,{footprint}\n2,\n");

        var column = plan.Table.Columns[1].Type;
        Assert.Equal(type, $"{column.Datatype.VotableName()} {column.Arraysize} {column.Xtype}".TrimEnd());
        Assert.Equal(note is null ? [] : [note], plan.Notes);
    }

    [Fact]
    public void Footprints_as_arrays_become_polygons()
    {
        var path = _folder["footprints.parquet"];
        TestTable.Execute($"COPY (SELECT 1 AS obs_id, [9.0::FLOAT, 19, 11, 19, 11, 21] AS s_region) TO '{path}' (FORMAT parquet)");
        using (var import = TableImport.Open(path, Archive, "stars"))
        {
            Assert.Equal(ColumnType.Polygon, import.Plan.Table.Columns[1].Type);
            import.Commit();
        }

        Assert.Equal(["1|[9.0, 19.0, 11.0, 19.0, 11.0, 21.0]"], Rows("obs_id, s_region"));
    }

    [Fact]
    public void The_same_file_again_changes_nothing_and_another_replaces_all()
    {
        Commit(Observations);
        var before = State();

        Assert.Equal(new ImportSummary(3, 2, 1, false), Commit(Observations));
        Assert.Equal(before, State());

        Assert.Equal(new ImportSummary(1, 1, 2, true), Commit("koaid,date_obs\nHI.9,2010-01-01\n"));
        Assert.Equal(["HI.9"], Rows("koaid"));
        Assert.Equal(3, new ManifestStore(Archive.Table("stars")).Read(1).Rows);
    }

    /// <summary>An import with other columns that was killed before its manifest leaves such a table.vot behind.</summary>
    [Fact]
    public void What_the_file_does_not_say_comes_from_the_description_of_the_current_snapshot()
    {
        Commit("id,width\n1,2.5\n");
        var table = Archive.Table("stars");
        var plain = TableDescription.Read(table.DescriptionFile);
        TableDescription.Write(new Table(plain.Schema, plain.Name, plain.Columns.Select(column => column with { Unit = "arcsec" })) { Description = "Never committed." }, table.DescriptionFile);

        var plan = Plan("id,width\n2,3.5\n");

        Assert.Equal((plain.Description, null), (plan.Table.Description, plan.Table.FindColumn("width")!.Unit));
    }

    [Fact]
    public void A_missing_description_is_written_anew()
    {
        Commit(Observations);
        var table = Archive.Table("stars");
        var (description, copy) = (File.ReadAllBytes(table.DescriptionFile), table.DescriptionOf(Current));
        File.Delete(table.DescriptionFile);
        File.Delete(copy);

        Commit(Observations);

        Assert.Equal(description, File.ReadAllBytes(table.DescriptionFile));
        Assert.Equal(description, File.ReadAllBytes(copy));
    }

    [Fact]
    public void An_unfinished_import_changes_nothing()
    {
        Commit(Observations);
        var before = State();

        Plan("koaid,date_obs\nHI.9,2010-01-01\n");
        using (var import = TableImport.Open(Write("x.csv", "a\n1\n"), Archive, "stars"))
            Assert.ThrowsAny<OperationCanceledException>(() => import.Commit(cancellation: new CancellationToken(canceled: true)));

        Assert.Equal(before, State());
    }

    [Theory]
    [InlineData("RAJ2000;DEJ2000;id\n1;2;a\n3;4;b\n", "id", "RAJ2000,DEJ2000", null)]
    [InlineData("_RAJ2000\t_DEJ2000\tobs_id\n1.5\t-2\t7\n", "obs_id", "_RAJ2000,_DEJ2000", null)]
    [InlineData("s_ra|s_dec|utdatetime\n1.5|-2|2004-08-24T01:02:03.25\n", null, "s_ra,s_dec", "utdatetime")]
    [InlineData("ra,dec,ra2000,dec2000\n400,1,40,1\n", null, "ra2000,dec2000", null)]
    [InlineData("ra,dec\n12:30:01,+10:00:00\n", null, null, null)]
    [InlineData("ra,dec\n1,NaN\n", null, null, null)]
    [InlineData("koaid,id\n1,1\n1,2\n", "id", null, null)]
    [InlineData("id\n1\n\"\"\n2\n", null, null, null)]
    [InlineData("date_obs,ut_date\n2004-08-24,\n2004-08-25,2004-08-25\n", null, null, "date_obs")]
    public void Roles_need_the_name_and_the_values(string content, string? key, string? position, string? partitionedBy)
    {
        var plan = Plan(content);

        Assert.Equal(key, plan.Table.KeyColumn);
        Assert.Equal(position, plan.Table.Position is { } found ? $"{found.RightAscension},{found.Declination}" : null);
        Assert.Equal(partitionedBy, plan.PartitionedBy);
    }

    [Fact]
    public void What_looks_like_a_role_but_is_none_is_told()
    {
        var plan = Plan("koaid,ra,dec,date_obs\na,400,1,2004-08-24\na,1,1,\n");

        Assert.Equal(
        [
            "ra, dec: not taken as the position, since 1 rows are outside of 0 to 360 and -90 to 90 degrees.",
            "koaid: not taken as the key, since 1 of 2 rows have no value of their own in it.",
            "date_obs: not taken as the UT date, since 1 rows have none.",
        ], plan.Notes);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", ", line 3: Expected Number of Columns: 2 Found: 1 Mend the line, then import again.")]
    [InlineData("a,b\n1,2\n3,4,5\n", ", line 3: Expected Number of Columns: 2 Found: 3 Mend the line, then import again.")]
    [InlineData("a,b\n3,4,5\n6,7,8\n9,10,11\n", ", line 2: Expected Number of Columns: 2 Found: 3 Mend the line, then import again.")]
    [InlineData("a,b\n1,\"2\n3,4\n", ", line 2: Value with unterminated quote found. Mend the line, then import again.")]
    [InlineData("a,b\n", " holds no rows. The table stars is as it was.")]
    [InlineData("a,__CELL\n1,2\n", " has a column __CELL, a name that the query store keeps for itself. Rename the column.")]
    [InlineData("", " is empty. Import a VOTable, a FITS or an IPAC table, a CSV file whose first line names the columns, or a Parquet file.")]
    [InlineData("PAR1 but no more", "Check that it is a Parquet file, or UTF-8 text whose first line names the columns.")]
    public void A_broken_file_is_named_with_its_line(string content, string message)
    {
        var path = Write("broken.csv", content);

        var error = Assert.Throws<IngestException>(() => TableImport.Open(path, Archive, "stars"));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, Current.Number);
    }

    [Theory]
    [InlineData("1st")]
    [InlineData("../elsewhere")]
    [InlineData("two words")]
    [InlineData("")]
    public void A_name_that_no_query_could_say_is_refused(string name) =>
        Assert.Contains("can't be the name of a table", Assert.Throws<IngestException>(() => TableImport.Open(Write("a.csv", "a\n1\n"), Archive, name)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_tables_of_ingests_own_account_are_not_replaced() =>
        Assert.Contains("Take another name", Assert.Throws<IngestException>(() => TableImport.Open(Write("a.csv", "a\n1\n"), Archive, "Ingest_Files")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parquet_types_become_the_archives_types()
    {
        var path = _folder["types.parquet"];
        TestTable.Execute($"""
            COPY (SELECT true AS truth, 1::TINYINT AS tiny, 2::SMALLINT AS small, 3::INTEGER AS whole, 4::BIGINT AS big, 5.25::DECIMAL(10, 2) AS exact, 6.5::FLOAT AS single, 7.5::DOUBLE AS real,
            DATE '2004-08-24' AS day, TIMESTAMP '2004-08-24 01:02:03.5' AS instant, TIMESTAMP_NS '2004-08-24 01:02:03.5' AS fine, TIMESTAMPTZ '2004-08-24 01:02:03-10' AS zoned,
            'grün' AS word, [1, 2] AS list, TIME '01:02:03' AS clock, '2004-08-24' AS date_obs) TO '{path}' (FORMAT parquet)
            """);

        using (var import = TableImport.Open(path, Archive, "stars"))
        {
            Assert.Equal(["truth boolean", "tiny short", "small short", "whole int", "big long", "exact double", "single float", "real double", "day char 10", "instant char *", "fine char *", "zoned char *",
                "word char 4*", "list char *", "clock char *", "date_obs char 10"], Types(import.Plan));
            Assert.Equal(["zoned: instants with a time zone become UTC.", "list: INTEGER[] becomes text.", "clock: TIME becomes text."], import.Plan.Notes);
            import.Commit();
        }

        Assert.Equal(["true|1|2|3|4|5.25|6.5|7.5|2004-08-24|2004-08-24 01:02:03.5|2004-08-24 01:02:03.5|2004-08-24 11:02:03|grün|[1, 2]|01:02:03|2004-08-24"], Rows("*COLUMNS(c -> c <> 'ut_date')"));
        Assert.Equal("2004-08-24", Assert.Single(Current.Files).Partition);
    }

    [Fact]
    public void A_table_without_dates_lies_in_files_of_a_million_rows_in_the_files_order()
    {
        var path = _folder["many.parquet"];
        TestTable.Execute($"COPY (SELECT (i * 7919) % 1500000 AS number FROM range(1500000) t(i)) TO '{path}' (FORMAT parquet)");

        using (var import = TableImport.Open(path, Archive, "stars")) import.Commit();

        Assert.Equal([1L << 20, 1_500_000 - (1L << 20)], Current.Files.Select(file => file.Rows).OrderDescending());
        Assert.All(Current.Files, file => Assert.Matches("^data/[0-9a-f]{16}[.]parquet$", file.Path));
        Assert.All(Current.Files, file => Assert.Empty(file.Partition));
        var first = Path.Combine(Archive.Table("stars").Root, Current.Files.MaxBy(file => file.Rows)!.Path);
        Assert.Equal(["0", "7919", "15838"], TestTable.Query($"SELECT number::VARCHAR FROM read_parquet('{first}') LIMIT 3"));
    }

    [Fact]
    public void A_known_table_keeps_its_units_and_descriptions()
    {
        using var import = TableImport.Open(Write("hires.csv", "koaid,date_obs,ra,dec,ra2000,elaptime,mine\nHI.1,2004-08-24,1,2,3,4,5\n"), Archive, "KOA_HIRES");

        Assert.Equal("koa_hires", import.Plan.Table.Name);
        Assert.Equal("s", import.Plan.Table.FindColumn("elaptime")!.Unit);
        Assert.NotNull(import.Plan.Table.FindColumn("ra2000")!.Description);
        Assert.Null(import.Plan.Table.FindColumn("mine")!.Description);
        Assert.NotNull(import.Plan.Table.Description);
    }

    [Fact]
    public void Gzipped_text_and_names_that_look_like_patterns_are_read()
    {
        var path = _folder["st[a]r?s*.csv.gz"];
        using (var file = new StreamWriter(new GZipStream(File.Create(path), CompressionMode.Compress))) file.Write(Observations);

        using var import = TableImport.Open(path, Archive, "stars");

        Assert.Equal(3, import.Plan.Rows);
    }

    private Manifest Current => new ManifestStore(Archive.Table("stars")).ReadCurrent();

    private string Write(string name, string content)
    {
        File.WriteAllText(_folder[name], content);
        return _folder[name];
    }

    private ImportPlan Plan(string content)
    {
        using var import = TableImport.Open(Write("input.csv", content), Archive, "stars");
        return import.Plan;
    }

    private ImportSummary Commit(string content)
    {
        using var import = TableImport.Open(Write("input.csv", content), Archive, "stars");
        return import.Commit();
    }

    private static IEnumerable<string> Types(ImportPlan plan) =>
        plan.Table.Columns.Select(column => $"{column.Name} {column.Type.Datatype.VotableName()} {column.Type.Arraysize}".TrimEnd());

    private string[] Rows(string columns) => TestTable.Query(
        $"SELECT concat_ws('|', {columns}) FROM read_parquet([{string.Join(", ", Current.Files.Select(file => $"'{Path.Combine(Archive.Table("stars").Root, file.Path)}'"))}]) ORDER BY 1");

    private Dictionary<string, DateTime> State() =>
        Directory.EnumerateFiles(Archive.Root, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);
}
