using System.IO.Compression;
using System.Text.Json;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Fits;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Tests.Partitioning;

namespace Archive.Ingest.Tests.Pipeline;

public sealed class IngestRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ArchiveFolder Archive => new(_folder["archive"]);

    private TableFolder Hires => Archive.Table("koa_hires");

    private string Nights => _folder["nights"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_becomes_partitions_and_a_report()
    {
        Write("a/1.fits");
        Write("a/deep/er/2.dat", utc: "03:00:00");
        Write("b/3", "2004-08-25");
        Write(".hidden/4.fits", "2004-08-26");
        Write("b/.5.fits", "2004-08-26");
        File.WriteAllText(_folder["nights/notes.txt"], "Seeing was fine.\n");
        using (var gzip = new GZipStream(File.Create(_folder["nights/b/6.gz"]), CompressionLevel.Fastest)) gzip.Write(File.ReadAllBytes(Write("../6.fits", "2004-08-27")));

        var report = Ingest();

        Assert.Equal((5, 4, 0, 0, 0, 1), (report.Files, report.New, report.Changed, report.Unchanged, report.Duplicates, report.Refused));
        Assert.Equal([("NotAHeader", 1L)], report.RefusedByCode.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["2004-08-24", "2004-08-25", "2004-08-27"], Assert.Single(report.Tables).Value.TouchedPartitions);
        Assert.Equal(["2004-08-24|Vega|279.234583", "2004-08-24|Vega|279.234583", "2004-08-25|Vega|279.234583", "2004-08-27|Vega|279.234583"], Rows("date_obs, object, round(ra, 6)"));
        Assert.Equal(IngestRun.HomeTable.Columns.AsEnumerable(), TableDescription.Read(Hires.DescriptionFile).Columns);
    }

    [Fact]
    public void The_same_folder_twice_changes_nothing_in_the_archive()
    {
        Write("1.fits");
        Write("2.fits", date: null);
        File.WriteAllText(_folder["nights/notes.txt"], "Seeing was fine.\n");
        Ingest();
        var before = State();

        var report = Ingest();

        Assert.Equal((3, 0, 0, 1, 2), (report.Files, report.New, report.Changed, report.Unchanged, report.Refused));
        Assert.Equal(before, State());
    }

    [Fact]
    public void A_corrected_header_replaces_its_row()
    {
        Write("1.fits");
        Write("2.fits", utc: "03:00:00");
        Ingest();
        Write("1.fits", target: "Altair");

        var report = Ingest();

        Assert.Equal((0, 1, 1), (report.New, report.Changed, report.Unchanged));
        Assert.Equal(["02:16:44|Altair", "03:00:00|Vega"], Rows("strftime(utdatetime, '%H:%M:%S'), object"));
    }

    [Fact]
    public void Of_two_files_of_one_observation_the_last_by_path_counts_every_time()
    {
        Write("m/first.fits", target: "first");
        Write("n/last.fits", target: "last");
        Write("a/other.fits", target: "other");

        var report = IngestRun.Run([_folder["nights/n"], _folder["nights/m"], Nights], Archive);

        Assert.Equal((3, 1, 2), (report.Files, report.New, report.Duplicates));
        Assert.Equal([(_folder["nights/n/last.fits"], _folder["nights/m/first.fits"]), (_folder["nights/n/last.fits"], _folder["nights/a/other.fits"])],
            report.Tables["koa_hires"].LeftOut.Select(duplicate => (duplicate.Kept, duplicate.LeftOut)));
        Assert.Equal(["last"], Rows("object"));
    }

    [Fact]
    public void The_quarantine_says_what_is_wrong_and_keeps_the_header_to_be_mended()
    {
        var noDate = Write("no-date.fits", date: null);
        var foreign = Write("foreign.fits", instrument: "SPECTROGRAPH X");
        var started = DateTimeOffset.UtcNow;

        var report = IngestRun.Run([Nights], Archive, options: new IngestOptions { Table = "koa_hires" });

        Assert.Equal([("NoObservationDate", 1L), ("UnknownInstrument", 1L)], report.RefusedByCode.Select(pair => (pair.Key, pair.Value)));
        var refused = IngestRun.ReadQuarantine(Hires);
        Assert.Equal([foreign, noDate], refused.Select(refusal => refusal.Path));
        Assert.Equal(("NoObservationDate", 2880L), (refused[1].Code, refused[1].Size));
        Assert.InRange(refused[1].FirstRefused, started, DateTimeOffset.UtcNow);
        Assert.Contains("DATE-OBS", refused[1].WhatToDo, StringComparison.Ordinal);
        var lines = File.ReadAllLines(report.QuarantineFile!);
        Assert.Equal(2, lines.Length);
        Assert.Equal(["path", "size", "code", "reason", "what_to_do", "first_refused"], JsonDocument.Parse(lines[0]).RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(File.ReadAllBytes(noDate), File.ReadAllBytes(Assert.Single(Directory.GetFiles(Path.Combine(Hires.QuarantineFolder, "headers")))));
    }

    [Fact]
    public void A_file_that_is_taken_leaves_the_quarantine()
    {
        Write("1.fits", date: null);
        Write("2.fits", date: null);
        Ingest();
        Write("1.fits");

        var report = Ingest();

        Assert.Equal((1, 1), (report.New, report.Refused));
        Assert.Equal([_folder["nights/2.fits"]], IngestRun.ReadQuarantine(Hires).Select(refusal => refusal.Path));
        Assert.Single(Directory.GetFiles(Path.Combine(Hires.QuarantineFolder, "headers")));
    }

    [Fact]
    public void Files_of_earlier_ingests_stay_in_the_quarantine()
    {
        IngestRun.Run([Write("a/1.fits", date: null)], Archive);
        IngestRun.Run([Write("b/2.fits", date: null)], Archive);

        Assert.Equal([_folder["nights/a/1.fits"], _folder["nights/b/2.fits"]], IngestRun.ReadQuarantine(Hires).Select(refusal => refusal.Path));
    }

    [Fact]
    public void A_missing_path_is_named_before_anything_is_done()
    {
        Write("1.fits");

        var error = Assert.Throws<IngestException>(() => IngestRun.Run([Nights, _folder["nowhere"]], Archive));

        Assert.Equal($"There is no file or folder {_folder["nowhere"]}. Check the path; if it is on another disk, whether that is mounted.", error.Message);
        Assert.False(Directory.Exists(Archive.Root));
    }

    [Fact]
    public void A_cancelled_ingest_commits_nothing()
    {
        for (var i = 0; i < 300; i++) Write($"{i}.fits", utc: $"03:{i / 60:D2}:{i % 60:D2}");
        using var cancellation = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => IngestRun.Run([Nights], Archive, new Reports(_ => cancellation.Cancel()), cancellation: cancellation.Token));

        Assert.Equal(0, new ManifestStore(Hires).CurrentNumber());
        Assert.Equal(300, Ingest().New);
    }

    [Fact]
    public void Progress_counts_up_to_the_total()
    {
        for (var i = 0; i < 200; i++) Write($"{i}.fits", utc: $"03:{i / 60:D2}:{i % 60:D2}");
        List<IngestProgress> reports = [];

        IngestRun.Run([Nights], Archive, new Reports(progress =>
        {
            lock (reports) reports.Add(progress);
        }));

        Assert.Equal((IngestStage.Listing, 0L), (reports[0].Stage, reports[0].FilesTotal));
        Assert.Contains(reports, progress => progress is { Stage: IngestStage.Reading, FilesSeen: > 0 and < 200, FilesTotal: 200 });
        Assert.Equal((IngestStage.Writing, 200L, 200L), (reports[^1].Stage, reports[^1].FilesSeen, reports[^1].FilesTaken));
    }

    [Fact]
    public void An_archive_inside_the_folder_is_not_ingested_and_links_do_not_lead_in_circles()
    {
        Write("1.fits");
        var inside = new ArchiveFolder(_folder["nights/archive"]);
        Directory.CreateSymbolicLink(_folder["nights/circle"], Nights);
        IngestRun.Run([Nights], inside);

        var report = IngestRun.Run([Nights], inside);

        Assert.Equal((1, 1), (report.Files, report.Unchanged));
    }

    [Fact]
    public void A_quarantine_that_can_not_be_read_is_named()
    {
        Write("1.fits", date: null);
        Ingest();
        File.WriteAllText(Path.Combine(Hires.QuarantineFolder, "refused.jsonl"), "{ broken");
        Write("2.fits", date: null);

        Assert.Contains("refused.jsonl can't be read", Assert.Throws<IngestException>(Ingest).Message, StringComparison.Ordinal);
    }

    /// <summary>Strict reading refuses what is more than a note: a date of the old form, whose century is a guess, and not the columns that raw files lack.</summary>
    [Fact]
    public void Strict_reading_quarantines_what_lenient_reading_takes()
    {
        Write("good.fits");
        Write("old-date.fits", "25/08/04");

        var strict = IngestRun.Run([Nights], Archive, options: new IngestOptions { IsStrict = true });

        Assert.Equal((1, 1), (strict.New, strict.Refused));
        var refusal = Assert.Single(IngestRun.ReadQuarantine(Hires));
        Assert.Equal("Deviates", refusal.Code);
        Assert.Contains("DateRepaired: DATE-OBS", refusal.Reason, StringComparison.Ordinal);

        var lenient = Ingest();

        Assert.Equal((1, 1, 0), (lenient.New, lenient.Unchanged, lenient.Refused));
        Assert.Equal(1, lenient.IssuesByCode["DateRepaired"]);
        Assert.Empty(IngestRun.ReadQuarantine(Hires));
    }

    [Fact]
    public void An_extension_that_is_asked_for_is_ingested_in_place_of_the_primary()
    {
        var path = Write("one.fits", target: "of the primary");
        Assert.True(HduChoice.TryParse("SPECTRUM", out var choice));
        var extension = new FitsHeaderWriter().Text("XTENSION", "IMAGE").Integer("BITPIX", 8).Integer("NAXIS", 0).Integer("PCOUNT", 0).Integer("GCOUNT", 1)
            .Text("EXTNAME", "SPECTRUM").Logical("INHERIT", true).Text("INSTRUME", "HIRES").Text("DATE-OBS", "2004-08-24").Text("UTC", "05:00:00").Text("OBJECT", "of the extension");
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), .. extension.ToBlocks()]);
        Write("two.fits");

        var report = IngestRun.Run([Nights], Archive, options: new IngestOptions { Hdu = choice });

        Assert.Equal([("NoSuchHdu", 1L)], report.RefusedByCode.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(1, report.IssuesByCode["InheritNotApplied"]);
        Assert.Equal(["of the extension|true"], Rows("object, ra IS NULL"));
    }

    [SkippableFact]
    public void The_real_Keck_files_go_to_the_tables_of_their_instruments()
    {
        var report = IngestRun.Run([SharedData.Require("corpora/fits/real/keck")], Archive);

        // One observation of HIRES and one of NIRC2 are there twice, compressed and not; LRIS' templates name no instrument.
        Assert.Equal([("koa_hires", 1L, 1L), ("koa_kpf", 2L, 0L), ("koa_nirc2", 10L, 1L)], report.Tables.Select(table => (table.Key, table.Value.New, table.Value.LeftOutCount)));
        Assert.Equal(3, report.Refused);
        Assert.Equal(["HI.20090831.22785|2009-08-31"], Rows("koaid[:17], date_obs"));
    }

    [SkippableFact]
    public void Among_the_nastiest_files_good_ones_are_taken_and_nothing_stops()
    {
        Write("1.fits");
        Write("2.fits", utc: "03:00:00");

        var report = IngestRun.Run([SharedData.Require("corpora/fits/nasty"), Nights], Archive, options: new IngestOptions { Table = "koa_hires" });

        Assert.Equal(2, report.New);
        Assert.Equal(report.Files, report.New + report.Refused);
        Assert.Equal(report.Refused, IngestRun.ReadQuarantine(Hires).Count);
        Assert.All(IngestRun.ReadQuarantine(Hires), refusal => Assert.NotEmpty(refusal.WhatToDo));
    }

    private string Write(string name, string? date = "2004-08-24", string utc = "02:16:44.00", string target = "Vega", string instrument = "HIRES") =>
        HiresFile.Write(_folder["nights/" + name], date, utc, target, instrument);

    private IngestReport Ingest() => IngestRun.Run([Nights], Archive);

    private string[] Rows(string columns) => TestTable.Query(
        $"SELECT concat_ws('|', {columns}) FROM read_parquet([{string.Join(", ", new ManifestStore(Hires).ReadCurrent().Files.Select(file => $"'{Path.Combine(Hires.Root, file.Path)}'"))}]) ORDER BY 1");

    private Dictionary<string, DateTime> State() =>
        Directory.EnumerateFiles(Archive.Root, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);

    /// <summary>Tells at once, on the thread that reports.</summary>
    private sealed class Reports(Action<IngestProgress> told) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => told(value);
    }
}
