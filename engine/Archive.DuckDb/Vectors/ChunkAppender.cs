using System.Runtime.InteropServices;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Vectors;

/// <summary>Adds whole chunks of a query's result to a table whose columns have the same types. Disposed without <see cref="Complete"/>, what isn't flushed is lost.</summary>
public sealed class ChunkAppender : IDisposable
{
    private readonly AppenderHandle appender;

    /// <param name="connection">Connection of the table's database.</param>
    /// <param name="schema">Schema of the table; null for the default one.</param>
    /// <param name="table">Name of the table.</param>
    /// <exception cref="DuckDbException">There is no such table.</exception>
    public ChunkAppender(DuckDbConnection connection, string? schema, string table)
    {
        var state = NativeMethods.duckdb_appender_create_ext(connection.Handle, null, schema, table, out var pointer);
        appender = new AppenderHandle(pointer);
        Check(state);
    }

    /// <summary>Adds the first <paramref name="rows"/> rows of a chunk, which stays as it is. The values are copied.</summary>
    public void Append(DataChunk chunk, int rows)
    {
        if (rows == 0) return;
        var all = chunk.RowCount;
        chunk.Resize(rows);
        Check(NativeMethods.duckdb_append_data_chunk(appender, chunk.Handle));
        chunk.Resize(all);
    }

    /// <summary>Moves what was added so far into the table.</summary>
    public void Flush() => Check(NativeMethods.duckdb_appender_flush(appender));

    /// <summary>Writes all rows to the table.</summary>
    public void Complete() => Check(NativeMethods.duckdb_appender_close(appender));

    public void Dispose() => appender.Dispose();

    private void Check(State state)
    {
        if (state == State.Error)
            throw new DuckDbException(Marshal.PtrToStringUTF8(NativeMethods.duckdb_appender_error(appender)) ?? "DuckDB could not append rows.");
    }
}
