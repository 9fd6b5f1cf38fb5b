using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>A record of the ingest whose key the current snapshot has under another night.</summary>
internal readonly record struct MovedKey(string Key, string From, string To);

/// <summary>Finds observations whose UT date was corrected: without that, one key would be in two partitions.</summary>
internal static class MovedKeys
{
    /// <summary>No column of a table is called so: headers have a FILENAME, but no blanks in keywords' columns.</summary>
    private const string FileOfRow = "file of the row";

    public static List<MovedKey> Find(TableFolder folder, Table table, Manifest current, PartitionsOfNights partitions, RecordSpool spool, SpoolEntry[] entries)
    {
        if (current.Files.IsEmpty || entries.Length == 0) return [];
        using var database = DuckDbDatabase.Open(null, [new("memory_limit", "512MB"), new("temp_directory", UnfinishedWork.FolderOf(folder))]);
        using var connection = database.Connect();
        TextTable.Make(connection, "files", ["path", "night"], current.Files.Select(file => new[] { Path.Combine(folder.Root, file.Path), file.Partition }));
        TextTable.Make(connection, "incoming", ["key", "night"], spool.Read(entries).Zip(entries, (record, entry) =>
            new[] { System.Text.Encoding.UTF8.GetString(record.Key), partitions.Of(DateOnly.FromDayNumber(entry.DayNumber)) }));
        var paths = SqlText.Files(current.Files.Select(file => Path.Combine(folder.Root, file.Path)));
        using var result = connection.Query($"""
            SELECT DISTINCT incoming.key, files.night, incoming.night
            FROM (SELECT {SqlText.Identifier(table.KeyColumn!)} AS key, "{FileOfRow}" AS path FROM read_parquet({paths}, filename = '{FileOfRow}', hive_partitioning = false)) stored
            JOIN incoming ON incoming.key = stored.key JOIN files ON files.path = stored.path
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
}
