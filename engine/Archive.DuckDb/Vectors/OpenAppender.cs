using System.Runtime.InteropServices;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Vectors;

/// <summary>DuckDB's appender of one table, open. Disposed without <see cref="Complete"/>, what isn't flushed is lost.</summary>
internal sealed class OpenAppender : IDisposable
{
    private readonly AppenderHandle handle;

    /// <param name="connection">Connection of the table's database.</param>
    /// <param name="catalog">Database of the table, <c>temp</c> for a temporary one; null for the default one.</param>
    /// <param name="schema">Schema of the table; null for the default one.</param>
    /// <param name="table">Name of the table.</param>
    /// <exception cref="DuckDbException">There is no such table.</exception>
    public OpenAppender(DuckDbConnection connection, string? catalog, string? schema, string table)
    {
        var state = NativeMethods.duckdb_appender_create_ext(connection.Handle, catalog, schema, table, out var pointer);
        handle = new AppenderHandle(pointer);
        try
        {
            Check(state);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The types of the table's columns, in order; the caller owns them.</summary>
    public LogicalTypeHandle[] ColumnTypes()
    {
        var types = new LogicalTypeHandle[NativeMethods.duckdb_appender_column_count(handle)];
        for (var i = 0; i < types.Length; i++) types[i] = new LogicalTypeHandle(NativeMethods.duckdb_appender_column_type(handle, (ulong)i));
        return types;
    }

    /// <summary>Adds a chunk's rows. The values are copied.</summary>
    public void Append(ChunkHandle chunk) => Check(NativeMethods.duckdb_append_data_chunk(handle, chunk));

    /// <summary>Moves what was added so far into the table.</summary>
    public void Flush() => Check(NativeMethods.duckdb_appender_flush(handle));

    /// <summary>Writes all rows to the table.</summary>
    public void Complete() => Check(NativeMethods.duckdb_appender_close(handle));

    public void Dispose() => handle.Dispose();

    private void Check(State state)
    {
        if (state == State.Error)
            throw new DuckDbException(Marshal.PtrToStringUTF8(NativeMethods.duckdb_appender_error(handle)) ?? "DuckDB could not append rows.");
    }
}
