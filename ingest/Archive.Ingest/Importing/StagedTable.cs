using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Ingest.Importing;

/// <summary>
/// The rows of a table that comes in, in a temporary DuckDB database on disk, where any question about them is answered quickly and memory stays bounded.
/// </summary>
internal sealed class StagedTable : IDisposable
{
    private readonly DuckDbDatabase _database;

    private StagedTable(DuckDbDatabase database, string file)
    {
        _database = database;
        Connection = database.Connect();
        Connection.Execute($"ATTACH {SqlText.Literal(file)} AS staging; USE staging");
    }

    public DuckDbConnection Connection { get; }

    /// <summary>What the source says of itself and its columns; null where it says nothing but names.</summary>
    public Table? Description { get; private set; }

    /// <summary>A database without a table.</summary>
    /// <param name="folder">Folder for the database.</param>
    public static StagedTable Empty(string folder) => Over(folder, Path.Combine(folder, $"{Guid.NewGuid():N}.duckdb"));

    /// <summary>A database without a table, in memory as long as its rows have room there.</summary>
    /// <param name="folder">Folder for what hasn't.</param>
    public static StagedTable InMemory(string folder) => Over(folder, ":memory:");

    /// <summary>Reads a whole file into the table <c>raw</c>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="folder">Folder for the database.</param>
    /// <exception cref="IngestException">The file isn't what it seems to be; the message names the place where there is one.</exception>
    public static StagedTable Read(ImportSource source, string folder)
    {
        var staged = Empty(folder);
        try
        {
            staged.Description = source.Load(staged.Connection);
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    /// <summary>Another connection to the same rows, for one more thread.</summary>
    public DuckDbConnection Connect()
    {
        var connection = _database.Connect();
        connection.Execute("USE staging");
        return connection;
    }

    /// <summary>The rows of a query that gives text, and null for null.</summary>
    public List<string?[]> Query(string sql)
    {
        using var result = Connection.Query(sql);
        List<string?[]> rows = [];
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) rows.Add([.. Enumerable.Range(0, chunk.ColumnCount).Select(column => chunk.Column(column).Text(row))]);
            }
        }

        return rows;
    }

    /// <summary>A single number.</summary>
    public long Count(string sql)
    {
        using var result = Connection.Query($"SELECT CAST(({sql}) AS BIGINT)");
        using var chunk = result.FetchChunk();
        return chunk!.Column(0).Values<long>()[0];
    }

    public void Dispose()
    {
        Connection.Dispose();
        _database.Dispose();
    }

    private static StagedTable Over(string folder, string file) =>
        new(DuckDbDatabase.Open(null, [new("memory_limit", "1GB"), new("temp_directory", folder), new("preserve_insertion_order", "true")]), file);
}
