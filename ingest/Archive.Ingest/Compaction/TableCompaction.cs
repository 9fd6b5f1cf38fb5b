using System.Collections.Concurrent;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Ingest.Mirroring;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Compaction;

/// <summary>
/// Puts small nights together into months and years: fewer and larger files, which take a fraction of the time to load. It is an ingest that changes no row: the new files are
/// committed as a snapshot, the former one and its files stay until they are pruned, so queries that are under way aren't disturbed, and a kill leaves the table as it was.
/// </summary>
public sealed class TableCompaction(TableFolder folder, TimeProvider? clock = null)
{
    // What a file holds must not depend on how threads were scheduled.
    private static readonly KeyValuePair<string, string>[] Settings = [new("threads", "1"), new("memory_limit", "1GB"), new("preserve_insertion_order", "true")];

    /// <param name="rule">Which nights.</param>
    /// <param name="progress">Told how many of the new partitions are written, and how many there will be.</param>
    /// <param name="cancellation">Ends it; the table is as it was.</param>
    /// <exception cref="IngestException">Another ingest is running, or the disk failed or is full.</exception>
    /// <exception cref="ManifestException">The manifest or the description can't be read.</exception>
    public CompactionReport Run(CompactionRule rule, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        using var writer = TableWriter.Open(folder);
        CompactionReport? report = null;
        writer.Guard(() => report = Compact(writer.Manifests, rule, progress, cancellation));
        return report!;
    }

    private CompactionReport Compact(ManifestStore manifests, CompactionRule rule, Action<int, int>? progress, CancellationToken cancellation)
    {
        var former = manifests.ReadCurrent();
        // A mirror is compared with its remote night by night, by the hashes of its files.
        var steps = MirrorState.Read(folder) is null ? CompactionPlan.Of(former, rule) : [];
        if (steps.Count == 0) return new CompactionReport(folder.Name, former.Files.Length, former.Files.Length, former.Number);

        var table = TableDescription.Read(folder.DescriptionOf(former));
        var written = new ConcurrentBag<PartitionFile>();
        ParallelWork.ForEach(steps, () => new StepWriter(folder, table), (step, writer) =>
        {
            written.Add(writer.Write(step));
            progress?.Invoke(written.Count, steps.Count);
        }, cancellation);
        cancellation.ThrowIfCancellationRequested();

        var replaced = steps.SelectMany(step => step.Files).ToHashSet();
        var manifest = Snapshot.Commit(folder, table, manifests, former, former.Files.Where(file => !replaced.Contains(file)).Concat(written), clock ?? TimeProvider.System);
        return new CompactionReport(folder.Name, former.Files.Length, manifest.Files.Length, manifest.Number);
    }

    /// <summary>A DuckDB for one thread.</summary>
    private sealed class StepWriter : IDisposable
    {
        private readonly DuckDbDatabase _database;
        private readonly DuckDbConnection _connection;
        private readonly StoredRows _rows;
        private readonly ParquetFileWriter _files;
        private readonly string _order;

        public StepWriter(TableFolder folder, Table table)
        {
            _database = DuckDbDatabase.Open(null, [.. Settings, new("temp_directory", UnfinishedWork.FolderOf(folder))]);
            _connection = _database.Connect();
            _rows = new StoredRows(_connection, table, folder.Root);
            _files = new ParquetFileWriter(_connection, folder);
            _order = SqlText.Identifier(table.KeyColumn ?? table.UtDateColumn!);
        }

        public PartitionFile Write(CompactionStep step) => _files.Write($"{_rows.Of(step.Files)} ORDER BY {_order}", step.Period.ToString(), step.Rows);

        public void Dispose()
        {
            _connection.Dispose();
            _database.Dispose();
        }
    }
}
