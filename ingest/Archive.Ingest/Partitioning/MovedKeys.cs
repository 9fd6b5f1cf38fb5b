using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Ingest.Partitioning;

/// <summary>A record of the ingest whose key the current snapshot has under another night.</summary>
internal readonly record struct MovedKey(string Key, string From, string To);

/// <summary>Finds observations whose UT date was corrected: without that, one key would be in two partitions.</summary>
internal static class MovedKeys
{
    public static List<MovedKey> Find(TableFolder folder, Table table, Manifest current, RecordSpool spool, SpoolEntry[] entries)
    {
        if (current.Files.IsEmpty || entries.Length == 0) return [];
        using var database = DuckDbDatabase.Open(null, [new("memory_limit", "512MB"), new("temp_directory", UnfinishedWork.FolderOf(folder))]);
        using var connection = database.Connect();
        connection.Execute("CREATE TABLE files (path VARCHAR, night VARCHAR)");
        connection.Execute("CREATE TABLE incoming (key VARCHAR, night VARCHAR)");
        Fill(connection, "files", current.Files.Select(file => (Path.Combine(folder.Root, file.Path), file.Partition)));
        Fill(connection, "incoming", spool.Read(entries).Zip(entries, (record, entry) =>
            (System.Text.Encoding.UTF8.GetString(record.Key), PartitionPath.PartitionOf(DateOnly.FromDayNumber(entry.DayNumber)))));
        var paths = SqlText.Files(current.Files.Select(file => Path.Combine(folder.Root, file.Path)));
        using var result = connection.Query($"""
            SELECT DISTINCT incoming.key, files.night, incoming.night
            FROM (SELECT {SqlText.Identifier(table.KeyColumn!)} AS key, filename FROM read_parquet({paths}, filename = true, hive_partitioning = false)) stored
            JOIN incoming ON incoming.key = stored.key JOIN files ON files.path = stored.filename
            WHERE files.night <> incoming.night
            """);
        List<MovedKey> moved = [];
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) moved.Add(new MovedKey(chunk.Column(0).Text(row)!, chunk.Column(1).Text(row)!, chunk.Column(2).Text(row)!));
            }
        }

        return moved;
    }

    private static void Fill(DuckDbConnection connection, string table, IEnumerable<(string First, string Second)> rows)
    {
        using var appender = new TableAppender(connection, null, table, [DuckDbType.Varchar, DuckDbType.Varchar]);
        foreach (var chunk in rows.Chunk(DataChunk.Capacity))
        {
            for (var row = 0; row < chunk.Length; row++)
            {
                appender.Column(0).SetText(row, chunk[row].First);
                appender.Column(1).SetText(row, chunk[row].Second);
            }

            appender.Append(chunk.Length);
        }

        appender.Complete();
    }
}
