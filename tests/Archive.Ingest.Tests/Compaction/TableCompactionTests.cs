using Archive.Catalogue.Manifests;
using Archive.Ingest.Compaction;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Tests.Partitioning;
using static Archive.Ingest.Tests.Partitioning.TestTable;

namespace Archive.Ingest.Tests.Compaction;

/// <summary>No row changes where nights are put together, and ingest goes on as if they weren't.</summary>
public sealed class TableCompactionTests : IDisposable
{
    private readonly TestTable _table = new();

    public TableCompactionTests() => _table.Ingest(
        Record("c", "2004-01-25"), Record("a", "2004-01-24"), Record("b", "2004-02-01", raDegrees: double.NaN), Record("d", "2004-02-02", null), Record("e", "2006-01-01"));

    public void Dispose() => _table.Dispose();

    [Fact]
    public void Rows_stay_and_the_former_snapshot_too()
    {
        var (before, former) = (_table.Rows(), _table.Current);
        var report = Compact();
        Assert.Equal((5, 2, 2), (report.FilesBefore, report.FilesAfter, report.ManifestNumber));
        Assert.Equal(["2004", "2006-01-01"], _table.Current.Files.Select(file => file.Partition));
        Assert.StartsWith("ut_date=2004/", _table.Current.Files[0].Path, StringComparison.Ordinal);
        Assert.Equal(before, _table.Rows());
        Assert.Equal(before, _table.Rows(former, "koaid, date_obs, object, ra"));
        Assert.Equal(["a", "b", "c", "d"], Query($"SELECT koaid FROM read_parquet('{Path.Combine(_table.Folder.Root, _table.Current.Files[0].Path)}')"));
    }

    [Fact]
    public void The_second_time_nothing_is_left_to_do()
    {
        Compact();
        var state = _table.State();
        Assert.Equal(2, Compact().ManifestNumber);
        Assert.Equal(state, _table.State());
    }

    [Fact]
    public void The_same_records_change_nothing_afterwards()
    {
        Compact();
        var state = _table.State();
        var summary = _table.Ingest(Record("c", "2004-01-25"), Record("a", "2004-01-24"));
        Assert.Equal((0, 0, 2, false), (summary.New, summary.Changed, summary.Unchanged, summary.IsCommitted));
        Assert.Equal(state, _table.State());
    }

    /// <summary>New, changed and moved observations: within the year, into it and out of it.</summary>
    [Fact]
    public void Later_records_find_their_place()
    {
        using var apart = new TestTable();
        apart.Ingest(Record("c", "2004-01-25"), Record("a", "2004-01-24"), Record("b", "2004-02-01", raDegrees: double.NaN), Record("d", "2004-02-02", null), Record("e", "2006-01-01"));
        Compact();
        var later = new[] { Record("f", "2004-07-01"), Record("a", "2004-01-26", "moved within"), Record("e", "2004-12-31", "moved in"), Record("d", "2006-01-02", "moved out"), Record("b", "2004-02-01", "changed") };
        var (together, expected) = (_table.Ingest(later), apart.Ingest(later));
        Assert.Equal((expected.New, expected.Unchanged), (together.New, together.Unchanged));
        Assert.Equal(apart.Rows(), _table.Rows());
        Assert.Equal(["2004", "2006-01-02"], _table.Current.Files.Select(file => file.Partition));
    }

    [Fact]
    public void A_row_can_be_removed_from_it()
    {
        Compact();
        using (var session = IngestSession.Open(_table.Folder, Definition))
        {
            session.Remove("a", new DateOnly(2004, 1, 24));
            Assert.Equal(1, session.Commit().Removed);
        }

        Assert.DoesNotContain(_table.Rows(), row => row.StartsWith("a|", StringComparison.Ordinal));
        Assert.Equal(4, _table.Rows().Length);
    }

    /// <summary>A column that the older nights don't have yet is null there.</summary>
    [Fact]
    public void Files_of_an_older_definition_are_put_together()
    {
        var wider = new Catalogue.Tables.Table("public", "observations", [.. Definition.Columns, new Catalogue.Tables.Column { Name = "extra", Type = Catalogue.Tables.ColumnType.Int }])
            { KeyColumn = "koaid", UtDateColumn = "date_obs" };
        _table.Ingest(Record("g", "2004-03-01", table: wider));
        Compact();
        Assert.Equal("a|2004-01-24|none", _table.Rows("koaid, date_obs, coalesce(extra::VARCHAR, 'none')")[0]);
    }

    [Fact]
    public void Cancelled_it_leaves_the_table_as_it_was()
    {
        var before = _table.State();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new TableCompaction(_table.Folder).Run(new CompactionRule(), cancellation: cancelled.Token));
        Assert.Equal(before.Keys.Order(), _table.State().Keys.Order());
    }

    private CompactionReport Compact() => new TableCompaction(_table.Folder).Run(new CompactionRule(MaximumRows: 100));
}
