using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>Turns spooled records into partitions, a night after the other, in a DuckDB of its own. For one thread; several work beside each other.</summary>
internal sealed class NightWriter : IDisposable
{
    // One thread a database: what a file holds must not depend on how threads were scheduled.
    private static readonly KeyValuePair<string, string>[] Settings = [new("threads", "1"), new("memory_limit", "1GB"), new("preserve_insertion_order", "true")];

    private const int MostSortedHere = 20_000;

    private readonly Table _table;
    private readonly RecordSpool _spool;
    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;
    private readonly NightMerge _merge;
    private readonly string _byKey;

    public NightWriter(TableFolder folder, Table table, SchemaChange schema, RecordSpool spool)
    {
        _table = table;
        _spool = spool;
        _database = DuckDbDatabase.Open(null, [.. Settings, new("temp_directory", UnfinishedWork.FolderOf(folder))]);
        _connection = _database.Connect();
        _byKey = $" ORDER BY {SqlText.Identifier(table.KeyColumn!)}";
        _merge = new NightMerge(_connection, table, schema, new ParquetFileWriter(_connection, folder), folder.Root);
    }

    /// <summary>Writes some nights' records. To load many nights at once is much quicker than one by one, the columns being so many.</summary>
    public IEnumerable<NightChange> Write(IReadOnlyList<NightWork> nights)
    {
        _connection.Execute($"CREATE OR REPLACE TABLE loaded ({_table.SqlDefinition()})");
        SpoolLoading.Append(_connection, "loaded", _table, _spool.Codec, nights.SelectMany(InOrder));
        var start = 0;
        foreach (var night in nights)
        {
            var end = start + night.Incoming.Count;
            yield return _merge.Merge(night, string.Create(CultureInfo.InvariantCulture, $"FROM loaded WHERE rowid BETWEEN {start} AND {end - 1}{(IsLarge(night) ? _byKey : "")}"));
            start = end;
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    /// <summary>A night of many records is sorted by DuckDB, which needs not hold them all.</summary>
    private IEnumerable<SpooledRecord> InOrder(NightWork night) => IsLarge(night) ? _spool.Read(night.Incoming) : SortedByKey(night);

    private static bool IsLarge(NightWork night) => night.Incoming.Count > MostSortedHere;

    private SpooledRecord[] SortedByKey(NightWork night)
    {
        var records = _spool.Read(night.Incoming).ToArray();
        Array.Sort(records, (left, right) => left.Key.SequenceCompareTo(right.Key));
        return records;
    }
}

/// <summary>One night's share of an ingest.</summary>
/// <param name="Partition">The night.</param>
/// <param name="Incoming">The records that belong to it.</param>
/// <param name="Current">Its files in the current snapshot.</param>
/// <param name="Departed">Keys of rows that leave the night: the ingest moves them to another one, or removes them.</param>
internal sealed record NightWork(
    string Partition, IReadOnlyList<SpoolEntry> Incoming, IReadOnlyList<PartitionFile> Current, IReadOnlyCollection<string> Departed);
