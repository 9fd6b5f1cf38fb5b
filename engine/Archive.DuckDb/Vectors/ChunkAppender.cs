namespace Archive.DuckDb.Vectors;

/// <summary>Adds whole chunks of a query's result to a table whose columns have the same types. Disposed without <see cref="Complete"/>, what isn't flushed is lost.</summary>
public sealed class ChunkAppender : IDisposable
{
    private readonly OpenAppender appender;

    /// <param name="connection">Connection of the table's database.</param>
    /// <param name="schema">Schema of the table; null for the default one.</param>
    /// <param name="table">Name of the table.</param>
    /// <exception cref="DuckDbException">There is no such table.</exception>
    public ChunkAppender(DuckDbConnection connection, string? schema, string table) => appender = new OpenAppender(connection, catalog: null, schema, table);

    /// <summary>Adds the first <paramref name="rows"/> rows of a chunk, which stays as it is. The values are copied.</summary>
    public void Append(DataChunk chunk, int rows)
    {
        if (rows == 0) return;
        var all = chunk.RowCount;
        chunk.Resize(rows);
        appender.Append(chunk.Handle);
        chunk.Resize(all);
    }

    /// <summary>Moves what was added so far into the table.</summary>
    public void Flush() => appender.Flush();

    /// <summary>Writes all rows to the table.</summary>
    public void Complete() => appender.Complete();

    public void Dispose() => appender.Dispose();
}
