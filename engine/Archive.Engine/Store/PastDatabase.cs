using System.Collections.Immutable;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Engine.Store;

/// <summary>
/// A former state of the archive for one query: a database in memory with views over the Parquet files of its manifests, under the names by which queries know the tables of
/// the query store. It holds no rows and goes with the query's connection.
/// </summary>
internal sealed class PastDatabase : IDisposable
{
    /// <summary>A view has no row ids of its own. A file has no more than 2^40 rows.</summary>
    private const string RowIdOfFiles = "(file_index::BIGINT << 40) + file_row_number";

    private static long count;

    private readonly StoreFile store;
    private readonly string name = FormattableString.Invariant($"past_{Interlocked.Increment(ref count)}");

    /// <param name="store">Made the connection.</param>
    /// <param name="connection">Sees this database instead of the store from now on; it serves no other query.</param>
    /// <param name="folder">The archive's folder.</param>
    /// <param name="snapshot">The state.</param>
    /// <param name="read">The tables that the query reads; the others aren't made.</param>
    /// <exception cref="QueryException">The snapshot was pruned in between.</exception>
    public PastDatabase(StoreFile store, DuckDbConnection connection, ArchiveFolder folder, Snapshot snapshot, ImmutableArray<Table> read)
    {
        this.store = store;
        connection.Execute($"ATTACH ':memory:' AS {name}");
        try
        {
            connection.Execute($"USE {name}");
            var hasView = read.Any(table => table.Kind == TableKind.View);
            foreach (var table in snapshot.Tables.Tables.Where(table => snapshot.ManifestNumbers.ContainsKey(table.Name) && table.Kind == TableKind.Table && table.Schema != TapSchema.SchemaName))
            {
                if (hasView || read.Contains(table)) View(connection, table, folder.Table(table.Name), snapshot.ManifestNumbers[table.Name]);
            }

            if (hasView) ObsCoreViews.Write(connection, snapshot.Tables);
            if (read.Any(table => table.Schema == TapSchema.SchemaName)) TapSchemaRows.Write(connection, snapshot.Tables);
        }
        catch (Exception error)
        {
            connection.Execute("USE memory");
            Dispose();
            if (error is ManifestException) throw new QueryException(QueryFailure.Snapshot, $"The snapshot can't be read any more: {error.Message}", error);
            throw;
        }
    }

    /// <summary>To be called when the connection is closed.</summary>
    public void Dispose()
    {
        using var other = store.Connect();
        other.Execute($"DETACH {name}");
    }

    private static void View(DuckDbConnection connection, Table table, TableFolder folder, int number)
    {
        var manifest = new ManifestStore(folder).Read(number);
        var hasRowIds = table.FindColumn(StoreColumns.RowId) is null;
        connection.Execute($"CREATE VIEW {StoreTables.InPartitionOrder(table.Name)} AS {StoreTables.RowsOf(table, folder, manifest.Files, hasRowIds ? $", {RowIdOfFiles} AS {StoreColumns.RowId}" : "")}");
        if (table.Position is null) return;
        connection.Execute($"CREATE SCHEMA IF NOT EXISTS {StoreColumns.SkyOrderSchema}");
        connection.Execute($"CREATE VIEW {StoreTables.InSkyOrder(table.Name)} AS {StoreTables.SkyRows(table, further: hasRowIds ? $", {StoreColumns.RowId}" : "")}");
    }
}
