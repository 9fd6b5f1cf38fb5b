using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;
using Archive.Ingest.Checking;
using Archive.Ingest.Compaction;
using Archive.Ingest.Fits;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Tests.Partitioning;

namespace Archive.Ingest.Tests.Pipeline;

/// <summary>Files of any instrument: columns from their headers, over one run and over several.</summary>
public sealed class GeneralTableTests : IDisposable
{
    private const string Date = "DATE-OBS= '2024-03-01T22:15:30.5'";

    private readonly TemporaryFolder _folder = new();

    private ArchiveFolder Archive => new(_folder["archive"]);

    private TableFolder Mine => Archive.Table("my_obs");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Standard_columns_come_from_whatever_keyword_has_them()
    {
        Write("night1/img001.fits", Date, "EXPOSURE= 30.5", "OBJECT  = 'M 31'", "INSTRUME= 'ZWO ASI'", "TELESCOP= 'C11'", "FILTER  = 'Ha'", "OBJCTRA = '00 42 44'", "OBJCTDEC= '+41 16 09'", "IMAGETYP= 'Light'");
        var report = Ingest("my_obs");

        Assert.Equal((1, 1, 0), (report.Files, report.New, report.Refused));
        Assert.Equal(
            ["20240301T221530.img001.fits|2024-03-01|2024-03-01 22:15:30.5|10.683333|41.269167|30.5|M 31|ZWO ASI|C11|Ha|Light|night1/img001.fits"],
            Rows("obs_id, ut_date, obs_start, round(ra, 6), round(dec, 6), t_exptime, target_name, instrument_name, facility_name, filter_name, obs_type, filehand"));
        var mapping = TableDescription.Read(Mine.DescriptionFile).Observations!;
        Assert.All((string[])[ObsCore.Start, ObsCore.Exposure, "s_ra", "s_dec", "target_name", "instrument_name", "facility_name"], column => Assert.NotNull(mapping.ValueOf(column)));
    }

    [Theory]
    [InlineData("2024-03-01|22:15:30", "DATE-OBS= '2024-03-01'|TIME-OBS= '22:15:30'")]
    [InlineData("2024-03-01|22:15:30", "DATE-OBS= '01/03/24'|UT      = '22:15:30'")]
    [InlineData("2024-03-01|12:00:00", "MJD-OBS =              60370.5")]
    [InlineData("2024-03-01|12:00:00", "JD      =            2460371.0")]
    [InlineData("2024-03-01|12:00:00", "DATE-OBS= '2024-03-01'|MJD-OBS =              60370.5")]
    [InlineData("2024-03-01|", "DATE-OBS= '2024-03-01'|MJD-OBS =            2965661.6")]
    [InlineData("2024-03-01|", "DATE-OBS= '2024-03-01'|MJD-OBS =              60000.5")]
    [InlineData("2024-03-01|22:15:30", "DATE-BEG= '2024-03-01T22:15:30'")]
    [InlineData("2024-03-01|22:15:30", "DATE-OBS= 'unknown'|DATE-BEG= '2024-03-01T22:15:30'")]
    [InlineData("2024-03-01|", "DATE-OBS= '2024-03-01'|UT      = 'unknown'")]
    [InlineData("2024-02-29|23:59:29", "DATE-OBS= '2024-03-01T00:00:06'|TIMESYS = 'TAI'")]
    [InlineData("2024-03-01|11:59:40", "MJD-OBS =           60370.5002|TIMESYS = 'TAI'")]
    [InlineData("2024-03-01|22:15:30", "DATE-OBS= '2024-03-01'|UTC     = '22:15:30'|TIMESYS = 'TT'")]
    [InlineData("2024-03-01|22:15:30", "DATE-OBS= '2024-03-01T22:15:30'|TIMESYS = 'LOCAL'")]
    [InlineData("NoObservationDate", "DATE    = '2024-03-01T22:15:30'")]
    [InlineData("UnusableObservationDate", "DATE-OBS= 'nn/nn/nn'")]
    public void The_start_is_found_by_ordered_keywords(string expected, string cards)
    {
        Write("a.fits", cards.Split('|'));
        var report = Ingest("my_obs");
        Assert.Equal(expected, report.New == 1 ? Rows("ut_date, coalesce(strftime(obs_start, '%H:%M:%S'), '')").Single() : report.RefusedByCode.Single().Key);
    }

    [Theory]
    [InlineData("INTEGER", "7", "8")]
    [InlineData("BIGINT", "7", "3000000000")]
    [InlineData("DOUBLE", "7", "1.5")]
    [InlineData("DOUBLE", "3000000000", "1.5")]
    [InlineData("VARCHAR", "7", "'high'")]
    [InlineData("VARCHAR", "1.5", "'high'")]
    [InlineData("VARCHAR", "7", "T")]
    [InlineData("BOOLEAN", "T", "F")]
    [InlineData("VARCHAR", "T", "'maybe'")]
    [InlineData("DATE", "'2024-03-01'", "'2024-03-02'")]
    [InlineData("TIMESTAMP", "'2024-03-01T01:02:03'", "'2024-03-02T01:02:03.5'")]
    [InlineData("VARCHAR", "'2024-03-01'", "'2024-03-02T01:02:03.5'")]
    [InlineData("VARCHAR", "'2024-03-01T01:02:03'", "'soon'")]
    [InlineData("INTEGER", "7", null)]
    public void A_column_is_as_wide_as_its_values_ask_in_one_run_or_over_two(string type, string first, string? second)
    {
        Write("a.fits", Date, $"GAINSET = {first}");
        Write("b.fits", "DATE-OBS= '2024-03-02T01:00:00'", second is null ? "OTHER   = 1" : $"GAINSET = {second}");

        Ingest("together");
        IngestRun.Run([_folder["files/a.fits"]], Archive, options: new IngestOptions { Table = "my_obs" });
        IngestRun.Run([_folder["files/b.fits"]], Archive, options: new IngestOptions { Table = "my_obs" });

        Assert.All((TableFolder[])[Archive.Table("together"), Mine], table => Assert.Equal([type], Rows(table, "typeof(gainset)").Distinct()));
        Assert.Equal(Rows(Archive.Table("together"), "obs_id, gainset"), Rows("obs_id, gainset"));
        Assert.Equal(TableDescription.Read(Archive.Table("together").DescriptionFile).Columns.Select(column => (column.Name, column.Type)), TableDescription.Read(Mine.DescriptionFile).Columns.Select(column => (column.Name, column.Type)));
        Assert.Empty(new ArchiveCheck(Archive).Run().Findings);
    }

    [Fact]
    public void A_column_that_comes_later_is_null_before_and_former_snapshots_keep_their_own()
    {
        Write("a.fits", Date, "GAINSET = 7");
        Ingest("my_obs");
        Write("b.fits", Date, "COOLER  = T");
        var report = Ingest("my_obs");

        Assert.Equal((1, 0, 1), (report.New, report.Changed, report.Unchanged));
        Assert.Equal(["20240301T221530.a.fits|7|null", "20240301T221530.b.fits|null|true"], Rows("obs_id, coalesce(gainset::VARCHAR, 'null'), coalesce(cooler::VARCHAR, 'null')"));
        var former = new ManifestStore(Mine).Read(1);
        Assert.Null(TableDescription.Read(Path.Combine(Mine.ManifestsFolder, former.Description!)).FindColumn("cooler"));
    }

    [Fact]
    public void The_same_files_twice_change_nothing()
    {
        Write("a.fits", Date, "GAINSET = 7", "FILENAME= 'a.fits'");
        Write("n/b.fits.gz", "DATE-OBS= '2024-03-02'", "GAINSET = 1.50");
        Ingest("my_obs");
        var before = Directory.EnumerateFiles(Mine.Root, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);
        var report = Ingest("my_obs");

        Assert.Equal((0, 0, 2), (report.New, report.Changed, report.Unchanged));
        Assert.Equal(before, Directory.EnumerateFiles(Mine.Root, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes));
    }

    [Fact]
    public void A_column_that_comes_makes_no_other_file_be_read_again_and_a_month_that_was_put_together_stays_one()
    {
        Write("a.fits", "DATE-OBS= '2024-01-01T01:00:00'", "GAINSET = 7");
        Write("b.fits", "DATE-OBS= '2024-01-02T01:00:00'", "GAINSET = 8");
        Write("c.fits", Date, "GAINSET = 9");
        Ingest("my_obs");
        new TableCompaction(Mine).Run(new CompactionRule(SettledDays: 20));
        Write("d.fits", Date, "GAINSET = 'high'", "COOLER  = T");
        var report = Ingest("my_obs");

        Assert.Equal((1, 0, 3, 3), (report.New, report.Changed, report.Unchanged, report.NotRead));
        Assert.Equal(["2024-01", "2024-03-01"], new ManifestStore(Mine).ReadCurrent().Files.Select(file => file.Partition));
        Assert.All(new ManifestStore(Mine).ReadCurrent().Files, file => Assert.Equal(
            ["cooler BOOLEAN", "gainset VARCHAR"],
            TestTable.Query($"SELECT column_name || ' ' || column_type FROM (DESCRIBE FROM read_parquet('{Path.Combine(Mine.Root, file.Path)}')) WHERE column_name IN ('gainset', 'cooler') ORDER BY 1")));
        Assert.Equal(["7|", "8|", "9|", "high|true"], Rows("gainset, coalesce(cooler::VARCHAR, '')"));
        Assert.Equal(4, Ingest("my_obs").NotRead);
    }

    [Fact]
    public void Files_that_go_to_another_table_are_of_it_and_leave_their_rows_where_they_were()
    {
        Write("a.fits", Date, "GAINSET = 7");
        Write("b.fits", Date, "GAINSET = 8");
        Ingest("first");
        Ingest("my_obs");

        Assert.Equal(Rows("obs_id, gainset"), Rows(Archive.Table("first"), "obs_id, gainset"));
        Assert.Equal(["my_obs|taken", "my_obs|taken"], Rows(Archive.Table("ingest_files"), "table_name, state"));
        File.Delete(_folder["files/a.fits"]);
        IngestRun.Run([_folder["files"]], Archive, options: new IngestOptions { Table = "my_obs", IsDroppingVanished = true });
        Assert.Equal((1, 2), (Rows("obs_id").Length, Rows(Archive.Table("first"), "obs_id").Length));
    }

    [Fact]
    public void A_file_that_is_looked_at_by_itself_keeps_the_name_below_its_folder()
    {
        Write("night1/a.fits", Date);
        var options = new IngestOptions { Table = "my_obs", Roots = [_folder["files"]] };
        IngestRun.Run([_folder["files/night1/a.fits"]], Archive, options: options);
        Assert.Equal(["night1/a.fits"], Rows("filehand"));
    }

    [Fact]
    public void Files_of_one_name_on_two_nights_are_two_observations()
    {
        Write("1/img001.fits", Date);
        Write("2/img001.fits", "DATE-OBS= '2024-03-02T22:15:30'");
        Assert.Equal((2, 0), (Ingest("my_obs").New, Rows("obs_id").Length - 2));
    }

    [Fact]
    public void By_default_each_file_goes_where_it_belongs_and_the_rest_to_observations()
    {
        HiresFile.Write(_folder["files/hires.fits"]);
        Write("mine.fits", Date, "INSTRUME= 'ZWO ASI'");
        Write("none.fits", "INSTRUME= 'ZWO ASI'");
        var report = IngestRun.Run([_folder["files"]], Archive);

        Assert.Equal(["koa_hires", "observations"], report.Tables.Select(table => table.Key));
        Assert.Equal((2, 1), (report.New, report.Refused));
        Assert.Equal([_folder["files/none.fits"]], IngestRun.ReadQuarantine(Archive.Table("koa_hires")).Select(refusal => refusal.Path));
    }

    [Fact]
    public void Names_of_columns_come_from_keywords_and_none_is_taken_twice()
    {
        Write("a.fits", Date, "RA      = '01:02:03'", "DEC     = '04:05:06'", "A-B     = 1", "A_B     = 2", "3RD     = 3", "HIERARCH ESO TEL AIRM START = 1.2 / [s] Time", "DATE    = '2024-03-02'");
        Ingest("my_obs");

        var table = TableDescription.Read(Mine.DescriptionFile);
        Assert.Equal(["date_obs", "ra_kw", "dec_kw", "a_b", "a_b_kw", "k_3rd", "eso_tel_airm_start"], table.Columns.Select(column => column.Name).SkipWhile(name => name != "date_obs").Where(name => name is not ("bitpix" or "naxis")));
        Assert.Equal(["01:02:03|1|2|3|1.2|2024-03-02"], Rows("ra_kw, a_b, a_b_kw, k_3rd, eso_tel_airm_start, date_ut"));
        Assert.Equal(("s", "Time"), (table.FindColumn("eso_tel_airm_start")!.Unit, table.FindColumn("eso_tel_airm_start")!.Description));
    }

    [Fact]
    public void A_table_has_a_most_of_columns_and_what_is_beyond_is_told()
    {
        Write("a.fits", [Date, .. Enumerable.Range(0, 1100).Select(number => FormattableString.Invariant($"KEY{number,-5}= {number}"))]);
        var report = Ingest("my_obs");

        Assert.Equal(1000, TableDescription.Read(Mine.DescriptionFile).Columns.Length);
        Assert.InRange(report.KeywordsLeftOut, 100, 120);
        Assert.Equal(["7"], Rows("key7"));
    }

    [Fact]
    public void What_would_lose_values_is_refused_before_anything_is_written()
    {
        Write("a.fits", Date, "GAINSET = 1.5");
        Ingest("my_obs");
        File.WriteAllText(Mine.DefinitionFile, File.ReadAllText(Mine.DefinitionFile).Replace("gainset\tdouble", "gainset2\tdouble", StringComparison.Ordinal));
        Write("b.fits", Date, "GAINSET = 2.5");

        Assert.Contains("has rows with columns that its definition doesn't have, or has narrower: gainset.", Assert.Throws<IngestException>(() => Ingest("my_obs")).Message, StringComparison.Ordinal);
        Assert.Equal(["1.5"], Rows("gainset"));
    }

    [Theory]
    [InlineData("My Obs")]
    [InlineData("../x")]
    [InlineData("")]
    public void A_name_that_can_be_no_table_is_refused(string name) => Assert.Contains("can't be the name of a table", Assert.Throws<IngestException>(() => Ingest(name)).Message, StringComparison.Ordinal);

    private IngestReport Ingest(string table)
    {
        Directory.CreateDirectory(_folder["files"]);
        return IngestRun.Run([_folder["files"]], Archive, options: new IngestOptions { Table = table });
    }

    private void Write(string name, params string[] cards)
    {
        var path = _folder["files/" + name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var header = string.Concat(((string[])["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", .. cards, "END"]).Select(card => card.PadRight(FitsHeader.CardLength)));
        File.WriteAllText(path, header.PadRight((header.Length + 2879) / 2880 * 2880));
    }

    private string[] Rows(string columns) => Rows(Mine, columns);

    private static string[] Rows(TableFolder table, string columns) => TestTable.Query(
        $"SELECT concat_ws('|', {columns}) FROM read_parquet([{string.Join(", ", new ManifestStore(table).ReadCurrent().Files.Select(file => $"'{Path.Combine(table.Root, file.Path)}'"))}], hive_partitioning = false) ORDER BY 1");
}
