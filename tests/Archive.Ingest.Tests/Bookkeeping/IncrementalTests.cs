using System.Globalization;
using Archive.Ingest.Bookkeeping;
using Archive.Ingest.Checking;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Bookkeeping;

/// <summary>What a run after the first does with files that are as they were, others, moved, doubled and gone.</summary>
public sealed class IncrementalTests : IDisposable
{
    private readonly LedgerArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void A_file_of_the_same_size_and_time_is_not_opened_unless_asked_for()
    {
        var path = _archive.Write("1.fits", target: "Vega");
        _archive.Ingest();
        var modified = File.GetLastWriteTimeUtc(path);
        _archive.Write("1.fits", target: "Mira");
        File.SetLastWriteTimeUtc(path, modified);

        var report = _archive.Ingest();
        Assert.Equal((1, 1, 1, 0), (report.Files, report.NotRead, report.Unchanged, report.Changed));
        Assert.Empty(report.Tables);
        Assert.Equal(["20040824.08204|Vega"], _archive.Targets());

        Assert.Equal((0, 1), (_archive.Ingest(reread: true).NotRead, _archive.Rows("koa_hires", "object", "object = 'Mira'").Length));
    }

    [Fact]
    public void Of_a_file_with_another_time_the_header_decides()
    {
        var path = _archive.Write("1.fits");
        _archive.Ingest();
        var before = _archive.Snapshots();
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));

        var report = _archive.Ingest();

        Assert.Equal((1, 0, 1, 0), (report.Files, report.NotRead, report.Unchanged, report.Changed));
        Assert.Equal(before["koa_hires"], _archive.Snapshots()["koa_hires"]);
        Assert.Equal(before["ingest_files"] + 1, _archive.Snapshots()["ingest_files"]);
        Assert.Equal(1, _archive.Ingest().NotRead);
    }

    [Fact]
    public void Nothing_is_written_where_nothing_differs()
    {
        _archive.Write("1.fits");
        _archive.Write("2.fits", date: null);
        _archive.Write("3.fits");
        _archive.Ingest();
        var before = _archive.Snapshots();

        Assert.Equal((3, 3, 1, 1, 1), Counts(_archive.Ingest()));
        Assert.Equal((3, 0, 1, 1, 1), Counts(_archive.Ingest(reread: true)));

        Assert.Equal(before, _archive.Snapshots());

        static (long, long, long, long, long) Counts(IngestReport report) => (report.Files, report.NotRead, report.Unchanged, report.Duplicates, report.Refused);
    }

    [Fact]
    public void A_corrected_date_moves_the_row_and_leaves_nothing_behind()
    {
        _archive.Write("1.fits", "2004-08-24");
        _archive.Write("2.fits", "2004-08-24", utc: "03:00:00");
        _archive.Ingest();
        _archive.Write("1.fits", "2004-09-25");

        var report = _archive.Ingest();

        Assert.Equal((1, 0, 1, 1), (report.New, report.Changed, report.Removed, report.Unchanged));
        Assert.Equal(["20040824.10800|Vega", "20040925.08204|Vega"], _archive.Targets());
        Assert.Equal(["1.fits|taken|20040925.08204", "2.fits|taken|20040824.10800"], _archive.Files());
        Assert.Equal(["2004-08-24|1|1", "2004-09-25|1|1"], _archive.Rows("ingest_keywords", "date_obs, files, files_in_night", "keyword = 'OBJECT'"));
        Assert.All(_archive.Rows("ingest_issues", "ut_month", "path LIKE '%1.fits'"), month => Assert.Equal("2004-09-01", month));
        AssertWhole();
    }

    [Fact]
    public void A_file_that_is_gone_is_reported_and_kept_until_it_is_dropped_or_comes_back()
    {
        var path = _archive.Write("1.fits");
        _archive.Write("2.fits", utc: "03:00:00");
        _archive.Ingest();
        File.Delete(path);

        Assert.Equal([path], _archive.Ingest().VanishedPaths);
        Assert.Equal(["1.fits|vanished|20040824.08204", "2.fits|taken|20040824.10800"], _archive.Files());
        Assert.Equal(2, _archive.Targets().Length);
        var before = _archive.Snapshots();
        Assert.Equal(1, _archive.Ingest().Vanished);
        Assert.Equal(before, _archive.Snapshots());

        _archive.Write("1.fits");
        Assert.Equal((0, 0), (_archive.Ingest().Vanished, _archive.Rows("ingest_files", "path", "state = 'vanished'").Length));
        File.Delete(path);
        _archive.Ingest();

        Assert.Equal((1, 1), (_archive.Ingest(drop: true).Removed, _archive.Targets().Length));
        Assert.Equal(["2.fits|taken|20040824.10800"], _archive.Files());
        Assert.Equal(["1|1"], _archive.Rows("ingest_keywords", "files, files_in_night", "keyword = 'OBJECT'"));
        Assert.Empty(_archive.Rows("ingest_issues", "path", $"path = '{path}'"));
        Assert.Equal(0, _archive.Ingest().Vanished);
        AssertWhole();
    }

    [Fact]
    public void What_is_gone_is_looked_for_below_the_folders_given_only()
    {
        var path = _archive.Write("a/1.fits");
        _archive.Write("ab/2.fits", utc: "03:00:00");
        _archive.Write("b/3.fits", utc: "04:00:00");
        _archive.Ingest();
        File.Delete(path);
        File.Delete(_archive.PathOf("ab/2.fits"));

        Assert.Equal([path], _archive.Ingest(paths: _archive.PathOf("a")).VanishedPaths);
        Assert.Equal(0, _archive.Ingest(paths: [_archive.PathOf("b"), _archive.PathOf("b/3.fits")]).Vanished);
    }

    [Fact]
    public void A_folder_without_any_file_looks_like_a_missing_disk()
    {
        File.Delete(_archive.Write("a/1.fits"));
        _archive.Write("a/1.fits");
        _archive.Ingest();
        File.Delete(_archive.PathOf("a/1.fits"));

        var error = Assert.Throws<IngestException>(() => _archive.Ingest(drop: true));

        Assert.Contains("check whether that is mounted. Nothing was dropped.", error.Message, StringComparison.Ordinal);
        Assert.Single(_archive.Targets());
    }

    [Fact]
    public void A_file_that_can_not_be_taken_any_more_does_not_take_its_row_away()
    {
        _archive.Write("1.fits");
        _archive.Ingest();
        _archive.Write("1.fits", date: null);

        Assert.Equal(1, _archive.Ingest().Refused);
        Assert.Equal(["1.fits|quarantined|20040824.08204"], _archive.Files());
        Assert.Single(_archive.Targets());

        _archive.Write("1.fits", "2004-08-25");
        Assert.Equal((1, 1), (_archive.Ingest().Removed, _archive.Targets().Length));
        AssertWhole();
    }

    [Fact]
    public void A_duplicate_takes_the_place_of_a_file_that_becomes_another_observation_or_goes()
    {
        _archive.Write("a.fits", target: "first");
        _archive.Write("b.fits", target: "second");
        _archive.Write("c.fits", target: "third");
        _archive.Ingest();
        Assert.Equal(["a.fits|duplicate|20040824.08204", "b.fits|duplicate|20040824.08204", "c.fits|taken|20040824.08204"], _archive.Files());

        _archive.Write("c.fits", "2004-08-25", target: "third");
        _archive.Ingest();
        Assert.Equal(["20040824.08204|second", "20040825.08204|third"], _archive.Targets());
        Assert.Equal(["a.fits|duplicate|20040824.08204", "b.fits|taken|20040824.08204", "c.fits|taken|20040825.08204"], _archive.Files());

        File.Delete(_archive.PathOf("b.fits"));
        Assert.Equal(0, _archive.Ingest(drop: true).Removed);
        Assert.Equal(["20040824.08204|first", "20040825.08204|third"], _archive.Targets());
        Assert.Equal(["a.fits|taken|20040824.08204", "c.fits|taken|20040825.08204"], _archive.Files());
        AssertWhole();
    }

    [Fact]
    public void A_file_read_later_takes_an_observation_over_and_dropping_the_former_one_removes_nothing()
    {
        _archive.Write("z/1.fits", target: "raw");
        _archive.Ingest();
        _archive.Write("a/corrected.fits", target: "corrected");

        Assert.Equal(1, _archive.Ingest().Changed);
        Assert.Equal(["a/corrected.fits|taken|20040824.08204", "z/1.fits|duplicate|20040824.08204"], _archive.Files());

        File.Delete(_archive.PathOf("z/1.fits"));
        Assert.Equal((0, "20040824.08204|corrected"), (_archive.Ingest(drop: true).Removed, Assert.Single(_archive.Targets())));
    }

    [Fact]
    public void A_file_that_another_definition_read_is_read_again()
    {
        var path = _archive.Write("1.fits");
        _archive.Ingest();
        var stored = _archive.Rows("ingest_files", "path, file_size, epoch_us(modified), header_hash, table_name, row_key, date_obs, state, run, keyword_set, issue_count")[0].Split('|');
        FieldValue[] values =
        [
            FieldValue.OfText(path), Number(stored[1]), FieldValue.OfTimestamp(long.Parse(stored[2], CultureInfo.InvariantCulture)), FieldValue.OfText(stored[3]), FieldValue.OfText(stored[4]),
            FieldValue.OfText(stored[5]), FieldValue.OfDate(new DateOnly(2004, 8, 24)), FieldValue.OfText(stored[7]), FieldValue.Null, Number(stored[8]), FieldValue.OfText(stored[9]), Number(stored[10]),
            FieldValue.OfText("another"), FieldValue.OfDate(new DateOnly(2004, 8, 1)),
        ];
        using (var session = IngestSession.Open(_archive.Archive.Table("ingest_files"), IngestTables.Files))
        {
            session.Add(new ObservationRecord(IngestTables.Files, values, path, new DateOnly(2004, 8, 1)), 0, path);
            Assert.Equal(1, session.Commit().Changed);
        }

        Assert.Equal((0, 1), (_archive.Ingest().NotRead, _archive.Ingest().NotRead));

        static FieldValue Number(string text) => FieldValue.OfInteger(long.Parse(text, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_table_that_lost_rows_gets_them_back()
    {
        _archive.Write("1.fits");
        _archive.Ingest();
        _archive.Write("2.fits", utc: "03:00:00");
        _archive.Ingest();
        File.WriteAllText(_archive.Archive.Table("koa_hires").CurrentFile, "1\n");

        Assert.Equal((0, 1), (_archive.Ingest().NotRead, _archive.Ingest().UnchangedFiles - 1));
        Assert.Equal(2, _archive.Targets().Length);
    }

    [Fact]
    public void Runs_that_changed_something_are_told_with_their_counts()
    {
        _archive.Write("1.fits");
        _archive.Write("2.fits", date: null);
        _archive.Ingest();
        _archive.Ingest();
        _archive.Write("3.fits", utc: "05:00:00");
        _archive.Ingest();

        Assert.Equal(["1|as the test says|2|0|1|1", "2|as the test says|3|2|1|1"], _archive.Rows("ingest_runs", "run, arguments, files, files_not_read, rows_new, quarantined", "ended >= started"));
        Assert.Equal(["1.fits|1", "2.fits|1", "3.fits|2"], _archive.Rows("ingest_files", "parse_filename(path), run"));
    }

    [Fact]
    public void Issues_tell_file_card_code_and_severity()
    {
        _archive.Write("1.fits");
        _archive.Write("2.fits", date: null);
        File.WriteAllText(_archive.PathOf("notes.txt"), "Seeing was fine.\n");
        _archive.Ingest();

        Assert.Equal(["1.fits|RequiredValueMissing|note", "2.fits|NoObservationDate|refusal", "notes.txt|NotAHeader|refusal"], _archive.Rows("ingest_issues", "parse_filename(path), code, severity"));
        Assert.Equal(["2.fits|NoObservationDate", "notes.txt|NotAHeader"], _archive.Rows("ingest_files", "parse_filename(path), code", "code IS NOT NULL"));
    }

    /// <summary>Many runs over files that come, change, move and go, each against an archive that is made of the files as they are in the end.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_history_the_archive_is_as_if_it_were_made_anew(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 6; step++)
        {
            for (var change = 0; change < 8; change++)
            {
                var file = random.Next(12);
                var name = FormattableString.Invariant($"{file % 3}/{file}.fits");
                // Each file has an hour of its own, so that no two are of one observation.
                if (random.Next(5) == 0 && step > 0) File.Delete(_archive.PathOf(name));
                else _archive.Write(name, random.Next(6) == 0 ? null : FormattableString.Invariant($"2004-{random.Next(8, 10):D2}-{random.Next(24, 27)}"), FormattableString.Invariant($"{file:D2}:00:00"), FormattableString.Invariant($"Star {random.Next(3)}"));
            }

            _archive.Write("always.fits", utc: "20:00:00");
            _archive.Ingest(drop: true);
            AssertWhole();
        }

        // A file that can't be taken keeps the row that it had: those are left out, here and there.
        foreach (var refused in IngestRun.ReadQuarantine(_archive.Archive.Table("koa_hires"))) File.Delete(refused.Path);
        _archive.Ingest(drop: true);
        var (targets, account) = (_archive.Targets(), _archive.Account());
        Directory.Delete(_archive.Archive.Root, recursive: true);
        _archive.Ingest();
        Assert.Equal(_archive.Targets(), targets);
        Assert.Equal(_archive.Account(), account);
    }

    private void AssertWhole() => Assert.Empty(new ArchiveCheck(_archive.Archive).Run().Findings);
}
