using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Store;

/// <summary>
/// Fills a table of the store that is missing or has another definition, before any query runs. Files are read on all processors,
/// each by one thread of its own: DuckDB's own way of sharing an insertion takes memory for every small file at once. It is no
/// transaction; until the journal names the table, the next start begins anew.
/// </summary>
internal sealed class FirstLoad(StoreFile store)
{
    private const int FilesAtOnce = 100;

    public void Load(Table table, TableFolder folder, Manifest manifest, Action<string>? progress)
    {
        using (var connection = store.Connect())
        {
            var tables = new StoreTables(connection, new StoreJournal(connection));
            tables.Drop(table.Name);
            tables.Create(table);
        }

        var done = 0L;
        store.SetThreads(1);
        try
        {
            Parallel.ForEach(manifest.Files.Chunk(FilesAtOnce), new ParallelOptions { MaxDegreeOfParallelism = store.Threads }, store.Connect,
                (files, _, connection) =>
                {
                    StoreTables.Insert(connection, table, folder, files);
                    progress?.Invoke(FormattableString.Invariant($"loading {table.Name} into the query store: {Interlocked.Add(ref done, files.Sum(file => file.Rows))} of {manifest.Rows} rows"));
                    return connection;
                },
                connection => connection.Dispose());
        }
        catch (AggregateException error)
        {
            throw error.InnerExceptions[0];
        }
        finally
        {
            store.SetThreads(store.Threads);
        }
    }
}
