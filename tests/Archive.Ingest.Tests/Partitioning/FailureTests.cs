using Archive.Catalogue.Manifests;
using Archive.Ingest.Partitioning;
using static Archive.Ingest.Tests.Partitioning.TestTable;

namespace Archive.Ingest.Tests.Partitioning;

/// <summary>What goes wrong on the way to a snapshot leaves the former one whole, and the next ingest needs nobody's help.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly TestTable _table = new();

    public void Dispose() => _table.Dispose();

    /// <summary>A folder stands where a file has to be renamed to: each rename of an ingest fails in its turn.</summary>
    [Theory]
    [InlineData("second partition")]
    [InlineData("table.vot")]
    [InlineData("manifests/00000002.json")]
    [InlineData("manifests/current")]
    public void A_rename_that_fails_leaves_the_former_snapshot(string step)
    {
        var committed = Record("a", "2004-08-24");
        _table.Ingest(committed);
        using var other = new TestTable();
        other.Ingest(committed);
        var next = new[] { Record("b", "2004-08-24"), Record("c", "2004-08-25") };
        other.Ingest(next);
        var before = _table.Rows();

        var obstacle = Path.Combine(_table.Folder.Root, step == "second partition" ? other.Current.Files[1].Path : step);
        var aside = obstacle + ".aside";
        if (File.Exists(obstacle)) File.Move(obstacle, aside);
        Directory.CreateDirectory(Path.Combine(obstacle, "in the way"));
        var error = Assert.Throws<IngestException>(() => _table.Ingest(next));
        Assert.Contains("The table is as it was before. Check the disk's free space", error.Message, StringComparison.Ordinal);

        Directory.Delete(obstacle, recursive: true);
        if (File.Exists(aside)) File.Move(aside, obstacle);
        Assert.Equal(before, _table.Rows());
        _table.Ingest(next);
        Assert.Equal(other.Current.Files.AsEnumerable(), _table.Current.Files);
        Assert.Empty(other.Files().Except(_table.Files().Append("manifests/00000002.json")));
        Assert.DoesNotContain(_table.Files(), file => file.Contains("unfinished", StringComparison.Ordinal) || file.Contains(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_killed_ingest_left_is_removed_by_the_next()
    {
        _table.Ingest(Record("a", "2004-08-24"));
        var expected = _table.Files();
        var root = _table.Folder.Root;
        Directory.CreateDirectory(Path.Combine(root, "ut_date=2004-09-01"));
        Directory.CreateDirectory(Path.Combine(root, "unfinished"));
        foreach (var leftover in new[] { "unfinished/records", "unfinished/0f.parquet", "ut_date=2004-08-24/0123456789abcdef.parquet", "ut_date=2004-09-01/0123456789abcdef.parquet", "manifests/current.0f.tmp" })
            File.WriteAllText(Path.Combine(root, leftover), "cut off");

        _table.Ingest(Record("a", "2004-08-24"));

        Assert.Equal(expected, _table.Files());
    }

    [Fact]
    public void Files_of_former_snapshots_are_no_leftovers_even_in_a_copied_archive()
    {
        _table.Ingest(Record("a", "2004-08-24"));
        _table.Ingest(Record("a", "2004-08-24", "Altair"));
        var expected = _table.Files();
        foreach (var file in Directory.EnumerateFiles(_table.Folder.Root, "*.parquet", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(1));

        _table.Ingest(Record("a", "2004-08-24", "Altair"));

        Assert.Equal(expected, _table.Files());
    }

    [Fact]
    public void A_lost_name_of_the_current_manifest_loses_no_file()
    {
        _table.Ingest(Record("a", "2004-08-24"));
        _table.Ingest(Record("b", "2004-08-25"));
        File.Delete(_table.Folder.CurrentFile);
        var before = _table.Files();

        var error = Assert.Throws<ManifestException>(() => _table.Ingest(Record("c", "2004-08-25")));

        Assert.Contains("2 is the newest", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, _table.Files());
    }

    [Fact]
    public void An_ingest_killed_before_its_manifest_became_current_counts_for_nothing()
    {
        _table.Ingest(Record("a", "2004-08-24"));
        _table.Ingest(Record("b", "2004-08-25"));
        File.WriteAllText(_table.Folder.CurrentFile, "1\n");

        Assert.Equal(["a"], _table.Rows("koaid"));
        Assert.Equal(3, _table.Ingest(Record("c", "2004-08-25")).ManifestNumber);
        Assert.Equal(["a", "c"], _table.Rows("koaid"));
        Assert.Equal(["a", "b"], _table.Rows(new ManifestStore(_table.Folder).Read(2), "koaid"));
    }

    [Fact]
    public void A_second_ingest_is_told_to_wait_and_may_go_on_after_the_first()
    {
        using (IngestSession.Open(_table.Folder, Definition))
        {
            var error = Assert.Throws<IngestException>(() => IngestSession.Open(_table.Folder, Definition));
            Assert.Equal("Another ingest or import is writing to the table observations. Wait until it has ended, then start again.", error.Message);
        }

        Assert.Equal(1, _table.Ingest(Record("a", "2004-08-24")).New);
    }

    [Fact]
    public void A_session_that_is_not_committed_leaves_nothing()
    {
        using (var session = IngestSession.Open(_table.Folder, Definition)) session.Add(Record("a", "2004-08-24"), 0, "a.fits");

        Assert.Equal(["ingest.lock"], _table.Files());
    }

    [Fact]
    public void A_cancelled_commit_leaves_the_former_snapshot()
    {
        _table.Ingest(Record("a", "2004-08-24"));
        var before = _table.Files();
        using (var session = IngestSession.Open(_table.Folder, Definition))
        {
            session.Add(Record("b", "2004-08-24"), 0, "b.fits");
            Assert.ThrowsAny<OperationCanceledException>(() => session.Commit(new CancellationToken(canceled: true)));
        }

        Assert.Equal(before, _table.Files());
        Assert.Equal(1, _table.Current.Number);
    }

    [SkippableFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_folder_that_cannot_be_written_to_is_named()
    {
        Skip.If(OperatingSystem.IsWindows() || Environment.UserName == "root", "the superuser may write everywhere");
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(_table.Folder.Root)!);
        parent.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        try
        {
            var error = Assert.Throws<IngestException>(() => _table.Ingest(Record("a", "2004-08-24")));
            Assert.Contains(_table.Folder.Root, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            parent.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }

    [Fact]
    public void A_file_in_place_of_the_tables_folder_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_table.Folder.Root)!);
        File.WriteAllText(_table.Folder.Root, "");

        var error = Assert.Throws<IngestException>(() => _table.Ingest(Record("a", "2004-08-24")));

        Assert.Contains(_table.Folder.Root, error.Message, StringComparison.Ordinal);
    }
}
