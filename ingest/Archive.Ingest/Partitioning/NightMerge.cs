using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>What became of one partition.</summary>
/// <param name="Partition">Its UT date.</param>
/// <param name="File">Its file now; null where no row is left.</param>
/// <param name="IsTouched">The rows differ from those of the former snapshot.</param>
/// <param name="New">Rows whose key the partition didn't have.</param>
/// <param name="Changed">Rows that replace one of the same key and differ from it.</param>
/// <param name="Unchanged">Rows that the partition had already, value for value.</param>
/// <param name="Departed">Rows that it had and that left it.</param>
internal sealed record NightChange(string Partition, PartitionFile? File, bool IsTouched, long New, long Changed, long Unchanged, long Departed);

/// <summary>
/// Merges a night's incoming rows into the rows that the current snapshot has of it: a row replaces the one of the same key, others
/// are added, and rows that have moved to another night or are removed go. Nulls are equal to nulls, NaN to NaN.
/// </summary>
internal sealed class NightMerge(DuckDbConnection connection, Table table, SchemaChange schema, ParquetFileWriter files, string tableRoot)
{
    private readonly string _key = SqlText.Identifier(table.KeyColumn!);
    private readonly StoredRows _stored = new(connection, table, tableRoot, schema.Replacements(table));

    /// <summary>Merges one night.</summary>
    /// <param name="night">The night, with what the current snapshot has of it.</param>
    /// <param name="incoming">Its incoming rows, all columns in order, sorted by key; SQL.</param>
    public NightChange Merge(NightWork night, string incoming)
    {
        var (partition, count, current, departed) = (night.Partition, night.Incoming.Count, night.Current, night.Departed);
        if (current.Count == 0)
            return new NightChange(partition, files.Write(incoming, partition, count), IsTouched: true, count, 0, 0, 0);

        // The same rows make the same file, and to write one is quicker than to compare hundreds of columns.
        if (departed.Count == 0 && !schema.IsNeeded && current is [var only] && only.Rows == count && files.WouldBe(only, incoming))
            return new NightChange(partition, null, IsTouched: false, 0, 0, count, 0);

        Read(current, incoming);
        var gone = departed.Count == 0 ? 0 : ReadDeparted(departed);
        var departure = gone == 0 ? "" : $"AND CAST(c.{_key} AS VARCHAR) NOT IN (SELECT key FROM departed)";
        var staying = $"FROM current c WHERE NOT EXISTS (SELECT 1 FROM incoming i WHERE i.{_key} = c.{_key}) {departure}";
        var added = Count($"FROM incoming i WHERE NOT EXISTS (SELECT 1 FROM current c WHERE c.{_key} = i.{_key})");
        var differing = Count($"FROM (FROM incoming EXCEPT FROM current)");
        if (differing == 0 && gone == 0 && !schema.IsNeeded)
            return new NightChange(partition, null, IsTouched: false, 0, 0, count, 0);

        var rows = count + Count(staying);
        var file = rows == 0 ? null : files.Write($"FROM incoming UNION ALL SELECT c.* {staying} ORDER BY {_key}", partition, rows);
        return new NightChange(partition, file, IsTouched: true, added, differing - added, count - differing, gone);
    }

    /// <returns>How many of these keys the night has, and doesn't get anew.</returns>
    private long ReadDeparted(IReadOnlyCollection<string> departed)
    {
        TextTable.Make(connection, "departed", ["key"], departed.Select(key => new[] { key }));
        connection.Execute($"DELETE FROM departed WHERE key IN (SELECT CAST({_key} AS VARCHAR) FROM incoming)");
        return Count($"FROM current WHERE CAST({_key} AS VARCHAR) IN (SELECT key FROM departed)");
    }

    private void Read(IReadOnlyList<PartitionFile> current, string incoming)
    {
        connection.Execute($"CREATE OR REPLACE TABLE incoming AS {incoming}");
        connection.Execute($"CREATE OR REPLACE TABLE current AS {_stored.Of(current)}");
    }

    private long Count(string from)
    {
        using var result = connection.Query($"SELECT count(*) {from}");
        using var chunk = result.FetchChunk();
        return chunk!.Column(0).Values<long>()[0];
    }
}
