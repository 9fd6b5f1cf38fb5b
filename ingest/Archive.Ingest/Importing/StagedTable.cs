using System.Text.RegularExpressions;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Importing;

/// <summary>
/// The file's rows in a temporary DuckDB database on disk, where any question about them is answered quickly and memory stays bounded.
/// </summary>
internal sealed partial class StagedTable : IDisposable
{
    private readonly DuckDbDatabase _database;

    private StagedTable(DuckDbDatabase database, string folder)
    {
        _database = database;
        Connection = database.Connect();
        Connection.Execute($"ATTACH {SqlText.Literal(Path.Combine(folder, "import.duckdb"))} AS staging; USE staging");
    }

    public DuckDbConnection Connection { get; }

    /// <summary>Reads the whole file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="folder">Folder for the temporary database.</param>
    /// <exception cref="IngestException">The file isn't what it seems to be; the message names the line where there is one.</exception>
    public static StagedTable Read(ImportSource source, string folder)
    {
        var database = DuckDbDatabase.Open(null, [new("memory_limit", "1GB"), new("temp_directory", folder), new("preserve_insertion_order", "true")]);
        var staged = new StagedTable(database, folder);
        try
        {
            staged.Connection.Execute($"CREATE TABLE raw AS FROM {source.ReadSql}");
            return staged;
        }
        catch (DuckDbException error) when (error.Type is DuckDbErrorType.InvalidInput or DuckDbErrorType.Conversion or DuckDbErrorType.Invalid)
        {
            var reason = staged.FindBadLine(source) ?? error.Message;
            staged.Dispose();
            throw new IngestException($"{source.Path}{Explain(reason)}", error);
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

    /// <summary>What is said against the first line that has not the first line's columns; null where all have.</summary>
    private string? FindBadLine(ImportSource source)
    {
        if (source.StrictReadSql is null) return null;
        try
        {
            Connection.Execute($"SELECT count(*) FROM {source.StrictReadSql}");
            return null;
        }
        catch (DuckDbException error)
        {
            return error.Message;
        }
    }

    /// <summary>Of DuckDB's page of text the place and the fault.</summary>
    private static string Explain(string message)
    {
        var match = CsvError().Match(message);
        return match.Success
            ? $", line {match.Groups["line"].Value}: {match.Groups["fault"].Value.Trim()} Mend the line, then import again."
            : $" can't be read: {message.Split('\n')[0].Trim()} Check that it is a Parquet file, or UTF-8 text whose first line names the columns.";
    }

    // The line itself is repeated there, too, over several lines if a quote in it isn't closed; the fault is the last line before the advice.
    [GeneratedRegex(@"CSV Error on Line: (?<line>\d+)\s*\n(.*?\n)??(?<fault>[^\n]+)\s*\n\s*Possible", RegexOptions.Singleline)]
    private static partial Regex CsvError();
}
