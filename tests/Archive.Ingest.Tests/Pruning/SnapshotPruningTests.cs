using Archive.Catalogue.Manifests;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Pruning;
using Archive.Ingest.Tests.Partitioning;
using static Archive.Ingest.Tests.Partitioning.TestTable;

namespace Archive.Ingest.Tests.Pruning;

/// <summary>What is pruned is gone, and what stays is whole.</summary>
public sealed class SnapshotPruningTests : IDisposable
{
    private readonly TestTable _table = new();
    private readonly ManifestStore _manifests;

    public SnapshotPruningTests()
    {
        _table.Ingest(Record("a", "2004-08-24"), Record("b", "2004-08-25"));
        _table.Ingest(Record("a", "2004-08-24", "Altair"));
        _table.Ingest(Record("a", "2004-08-26", "Deneb"));
        _manifests = new ManifestStore(_table.Folder);
    }

    public void Dispose() => _table.Dispose();

    [Theory]
    [InlineData(1, "1 2", 2)]
    [InlineData(2, "1", 1)]
    [InlineData(3, "", 0)]
    [InlineData(99, "", 0)]
    public void The_newest_stay(int newest, string removed, int files)
    {
        var kept = Enumerable.Range(1, 3).Select(number => _manifests.Read(number)).Where(manifest => !removed.Contains(manifest.Number.ToString("D", null), StringComparison.Ordinal))
            .ToDictionary(manifest => manifest.Number, manifest => _table.Rows(manifest, "koaid, date_obs, object, ra"));
        var before = _table.Files();
        var trial = Prune(new PruneRule(newest, Since: null), isTrial: true);
        Assert.Equal(before, _table.Files());
        var report = Prune(new PruneRule(newest, Since: null));
        Assert.Equal((removed, files), (string.Join(' ', report.Removed), report.Files));
        Assert.Equal((trial.Files, trial.Bytes, string.Join(' ', trial.Removed)), (report.Files, report.Bytes, string.Join(' ', report.Removed)));
        Assert.Equal(kept.Keys.Order(), _manifests.Numbers().Order());
        foreach (var (number, rows) in kept) Assert.Equal(rows, _table.Rows(_manifests.Read(number), "koaid, date_obs, object, ra"));
        var named = _manifests.Numbers().SelectMany(number => _manifests.Read(number).Files).Select(file => file.Path).ToHashSet();
        Assert.Equal(named.Order(), _table.Files().Where(file => file.EndsWith(".parquet", StringComparison.Ordinal)).Order());
    }

    /// <summary>What was current at the instant stays, too, or nothing could be asked of that time.</summary>
    [Theory]
    [InlineData(1, -1, "1 2 3")]
    [InlineData(1, 0, "1 2 3")]
    [InlineData(2, 0, "2 3")]
    [InlineData(3, -1, "2 3")]
    [InlineData(3, 0, "3")]
    [InlineData(3, 1, "3")]
    public void What_was_current_since_then_stays(int number, long ticksLater, string kept) =>
        Assert.Equal(kept, string.Join(' ', Prune(new PruneRule(0, _manifests.Read(number).Created.AddTicks(ticksLater))).Kept));

    [Fact]
    public void The_current_one_stays_whatever_the_rule_says() => Assert.Equal([3], Prune(new PruneRule(0, DateTimeOffset.MaxValue)).Kept.AsEnumerable());

    [Fact]
    public void What_either_part_keeps_stays() => Assert.Equal([2, 3], Prune(new PruneRule(1, _manifests.Read(2).Created)).Kept.AsEnumerable());

    [Fact]
    public void What_a_killed_pruning_left_goes_with_the_next()
    {
        File.Delete(_table.Folder.ManifestFile(1));
        File.Delete(_table.Folder.ManifestFile(2));
        var report = Prune(new PruneRule(9, Since: null));
        Assert.Equal((0, 2), (report.Removed.Length, report.Files));
        Assert.Equal(_table.Current.Files.Length, _table.Files().Count(file => file.EndsWith(".parquet", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_goes_where_a_manifest_cannot_be_read()
    {
        File.WriteAllText(_table.Folder.ManifestFile(2), "{");
        var before = _table.Files();
        Assert.Throws<ManifestException>(() => Prune(new PruneRule(1, Since: null)));
        Assert.Equal(before, _table.Files());
    }

    [Fact]
    public void Nothing_goes_while_an_ingest_writes()
    {
        using var session = IngestSession.Open(_table.Folder, Definition);
        Assert.Contains("Another ingest", Assert.Throws<IngestException>(() => Prune(new PruneRule(1, Since: null))).Message, StringComparison.Ordinal);
    }

    private PruneReport Prune(PruneRule rule, bool isTrial = false) => new SnapshotPruning(_table.Folder).Run(rule, isTrial);
}
