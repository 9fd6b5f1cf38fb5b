using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Engine.Store;

/// <summary>A file whose rows the store holds.</summary>
/// <param name="Path">As in the manifest.</param>
/// <param name="Partition">UT dates of its rows, as the manifest has them.</param>
/// <param name="Rows">Rows in the file.</param>
internal sealed record LoadedFile(string Path, string Partition, long Rows);

/// <summary>What the store holds of a table.</summary>
/// <param name="Manifest">Number of the manifest whose rows are loaded.</param>
/// <param name="Definition">Hash of the table's definition as it was loaded.</param>
/// <param name="UnsortedRows">Rows added or removed since the sky order was sorted.</param>
internal sealed record LoadedTable(int Manifest, string Definition, long UnsortedRows);

/// <summary>The store's own record of what it holds, kept in the store, so that it changes in the same transaction as the rows.</summary>
internal sealed class StoreJournal
{
    private readonly DuckDbConnection connection;

    public StoreJournal(DuckDbConnection connection)
    {
        this.connection = connection;
        connection.Execute($"""
            CREATE SCHEMA IF NOT EXISTS {StoreColumns.SkyOrderSchema};
            CREATE SCHEMA IF NOT EXISTS journal;
            CREATE TABLE IF NOT EXISTS journal.loaded_table(name VARCHAR, manifest INTEGER, definition VARCHAR, unsorted_rows BIGINT);
            CREATE TABLE IF NOT EXISTS journal.loaded_file(name VARCHAR, path VARCHAR, ut_date VARCHAR, row_count BIGINT);
            """);
    }

    public LoadedTable? Find(string table)
    {
        using var statement = connection.Prepare("SELECT manifest, definition, unsorted_rows FROM journal.loaded_table WHERE name = $1");
        statement.Bind(1, table);
        using var result = statement.Execute();
        using var chunk = result.FetchChunk();
        return chunk is null ? null : new LoadedTable(chunk.Column(0).Values<int>()[0], chunk.Column(1).Text(0)!, chunk.Column(2).Values<long>()[0]);
    }

    /// <summary>True where single nights can't be exchanged: the table isn't there, has another definition, or isn't cut by UT date.</summary>
    public bool MustBeLoadedAnew(Table table) => table.UtDateColumn is null || Find(table.Name)?.Definition != DefinitionOf(table);

    /// <summary>True where the table's rows are those of the manifest.</summary>
    public bool IsCurrent(Table table, int manifest) => Find(table.Name) is { } loaded && loaded.Manifest == manifest && loaded.Definition == DefinitionOf(table);

    public List<string> Names()
    {
        using var result = connection.Query("SELECT name FROM journal.loaded_table ORDER BY name");
        var names = new List<string>();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) names.Add(chunk.Column(0).Text(row)!);
            }
        }

        return names;
    }

    /// <summary>The files whose rows are loaded.</summary>
    public List<LoadedFile> FilesOf(string table)
    {
        using var statement = connection.Prepare("SELECT path, ut_date, row_count FROM journal.loaded_file WHERE name = $1");
        statement.Bind(1, table);
        using var result = statement.Execute();
        var files = new List<LoadedFile>();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                    files.Add(new LoadedFile(chunk.Column(0).Text(row)!, chunk.Column(1).Text(row)!, chunk.Column(2).Values<long>()[row]));
            }
        }

        return files;
    }

    public void Write(Table table, Manifest manifest, long unsortedRows)
    {
        Forget(table.Name);
        using var insert = connection.Prepare("INSERT INTO journal.loaded_table VALUES ($1, $2, $3, $4)");
        insert.Bind(1, table.Name);
        insert.Bind(2, (long)manifest.Number);
        insert.Bind(3, DefinitionOf(table));
        insert.Bind(4, unsortedRows);
        insert.Execute().Dispose();
        foreach (var files in manifest.Files.Chunk(1000))
        {
            var values = string.Join(", ", files.Select(file => FormattableString.Invariant($"({SqlText.Literal(table.Name)}, {SqlText.Literal(file.Path)}, {SqlText.Literal(file.Partition)}, {file.Rows})")));
            connection.Execute($"INSERT INTO journal.loaded_file VALUES {values}");
        }
    }

    public void Forget(string table)
    {
        connection.Execute($"DELETE FROM journal.loaded_table WHERE name = {SqlText.Literal(table)}");
        connection.Execute($"DELETE FROM journal.loaded_file WHERE name = {SqlText.Literal(table)}");
    }

    /// <summary>Changes when the rows must be loaded anew: when a column is added, removed or of another type, the position is another, or other columns belong to the order of the sky.</summary>
    public static string DefinitionOf(Table table)
    {
        var facts = new { table.Name, table.Position, table.UtDateColumn, Columns = table.Columns.Select(column => $"{column.Name} {column.Type.SqlTypeName()}"), Sky = SkyOrder.ColumnsOf(table).Select(column => column.Name) };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(facts))));
    }
}
