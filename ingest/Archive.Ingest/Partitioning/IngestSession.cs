using System.Collections.Concurrent;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// Brings records into a table: <see cref="Add"/> them, from one thread or several, in any order, then <see cref="Commit"/>. Until then the
/// table is as it was; a session that is disposed or killed before leaves no trace that the next one wouldn't remove. Memory holds
/// 16 bytes a record and one night for each thread that writes; the rows wait in a file.
/// </summary>
public sealed class IngestSession : IDisposable
{
    private readonly TableWriter _writer;
    private readonly RecordSpool _spool;
    private readonly TimeProvider _clock;
    private readonly List<(string Key, DateOnly Night)> _removed = [];
    private bool _isCommitted;

    private IngestSession(TableWriter writer, Table table, RecordSpool spool, TimeProvider clock)
    {
        _writer = writer;
        Table = table;
        _spool = spool;
        _clock = clock;
    }

    public Table Table { get; }

    /// <summary>No key of the table ever comes under another night than it has, but where <see cref="Remove"/> says so: saves the search for it.</summary>
    internal bool HasStableNights { get; init; }

    internal TableFolder Folder => _writer.Folder;

    internal Manifest Current => _writer.Manifests.ReadCurrent();

    /// <summary>Path of a file that is removed when the session ends.</summary>
    internal string UnfinishedFile(string name) => _writer.UnfinishedFile(name);

    /// <summary>Runs a step; what the disk or DuckDB says against it becomes a message that says what to do.</summary>
    internal void Guard(Action step) => _writer.Guard(step);

    /// <summary>Opens the table's folder for writing, and makes it where there is none.</summary>
    /// <exception cref="ArgumentException">The table has no key or no UT date.</exception>
    /// <exception cref="IngestException">Another ingest is running, or the folder can't be written to.</exception>
    /// <exception cref="ManifestException">The table's manifests can't be read.</exception>
    public static IngestSession Open(TableFolder folder, Table table, TimeProvider? clock = null) => Open(() => TableWriter.Open(folder), table, clock);

    /// <summary>The same with a writer that may have been opened before; the session takes it over.</summary>
    internal static IngestSession Open(Func<TableWriter> open, Table table, TimeProvider? clock, bool hasStableNights = false)
    {
        if (table.KeyColumn is null || table.UtDateColumn is null)
            throw new ArgumentException($"Table {table.Name} must name its key and its UT date to be ingested into.", nameof(table));
        var codec = new RowCodec(table);
        var writer = open();
        try
        {
            RecordSpool? spool = null;
            writer.Guard(() => spool = new RecordSpool(writer.UnfinishedFile("records"), codec));
            return new IngestSession(writer, table, spool!, clock ?? TimeProvider.System) { HasStableNights = hasStableNights };
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Adds a record. Thread-safe; the record may be forgotten afterwards.</summary>
    /// <param name="record">A row of this table.</param>
    /// <param name="order">Of several records with the same key, the one with the largest order counts; of the same order, the last source.</param>
    /// <param name="source">Where it came from: a path. Paths are in the order of folders, a folder's content before what follows the folder.</param>
    /// <exception cref="ArgumentException">The record isn't of this table, or a value not of its column's type.</exception>
    /// <exception cref="IngestException">The disk is full.</exception>
    public void Add(ObservationRecord record, long order, string source)
    {
        if (record.Values.Length != Table.Columns.Length)
            throw new ArgumentException($"The record has {record.Values.Length} values, table {Table.Name} {Table.Columns.Length} columns.", nameof(record));
        _writer.Guard(() => _spool.Add(record, order, source));
    }

    /// <summary>Removes a row, unless a record of the same key is added. Not thread-safe.</summary>
    /// <param name="key">The row's key. One that the night doesn't have is passed over.</param>
    /// <param name="utDate">The night whose partition has it.</param>
    public void Remove(string key, DateOnly utDate) => _removed.Add((key, utDate));

    /// <summary>
    /// Writes the nights that the records change and makes them current, all at once; nights and rows that stay as they are aren't
    /// written, and where nothing differs no file is touched at all. May be called once.
    /// </summary>
    /// <exception cref="IngestException">The disk failed or is full: the former snapshot is current.</exception>
    /// <exception cref="OperationCanceledException">The same, by the caller's wish.</exception>
    public IngestSummary Commit(CancellationToken cancellation = default)
    {
        if (_isCommitted) throw new InvalidOperationException("The session was committed before.");
        _isCommitted = true;
        IngestSummary? summary = null;
        _writer.Guard(() => summary = WriteAndCommit(cancellation));
        return summary!;
    }

    public void Dispose()
    {
        _spool.Dispose();
        _writer.Dispose();
    }

    private IngestSummary WriteAndCommit(CancellationToken cancellation)
    {
        _spool.Close();
        var former = _writer.Manifests.ReadCurrent();
        var schema = SchemaChange.Of(_writer.Folder, former, Table);
        var (entries, leftOutCount, leftOut) = DuplicateKeys.Resolve(_spool);
        var partitions = new PartitionsOfNights(former);
        var moved = HasStableNights ? [] : MovedKeys.Find(_writer.Folder, Table, former, partitions, _spool, entries);
        var departed = moved.Select(key => (key.Key, Partition: key.From)).Concat(_removed.Select(row => (row.Key, Partition: partitions.Of(row.Night)))).Distinct().ToList();
        var changes = WriteNights(NightPlan.Of(entries, former, partitions, departed, withAll: schema.IsNeeded && entries.Length + departed.Count > 0), schema, cancellation);
        var touched = changes.Where(change => change.IsTouched).OrderBy(change => change.Partition, StringComparer.Ordinal).ToArray();
        var manifest = former;
        if (touched.Length > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var touchedNights = touched.Select(change => change.Partition).ToHashSet(StringComparer.Ordinal);
            var files = former.Files.Where(file => !touchedNights.Contains(file.Partition)).Concat(touched.Select(change => change.File).OfType<PartitionFile>());
            manifest = Snapshot.Commit(_writer.Folder, Table, _writer.Manifests, former, files, _clock);
        }

        // Whoever commits several sessions holds them all until the last is done.
        _spool.Dispose();
        return new IngestSummary
        {
            // A moved row is new to its night, but not to the table.
            New = changes.Sum(change => change.New) - moved.Count,
            Changed = changes.Sum(change => change.Changed) + moved.Count,
            Unchanged = changes.Sum(change => change.Unchanged),
            Removed = changes.Sum(change => change.Departed) - moved.Count,
            LeftOutCount = leftOutCount,
            LeftOut = leftOut,
            TouchedPartitions = [.. touched.Select(change => change.Partition)],
            ManifestNumber = manifest.Number,
            IsCommitted = manifest.Number != former.Number,
        };
    }

    private ConcurrentBag<NightChange> WriteNights(IReadOnlyList<NightWork> nights, SchemaChange schema, CancellationToken cancellation)
    {
        ConcurrentBag<NightChange> changes = [];
        ParallelWork.ForEach(NightPlan.InGroups(nights), () => new NightWriter(_writer.Folder, Table, schema, _spool), (group, writer) =>
        {
            foreach (var change in writer.Write(group)) changes.Add(change);
        }, cancellation);
        return changes;
    }
}
