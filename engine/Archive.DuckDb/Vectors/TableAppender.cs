using System.Runtime.InteropServices;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Vectors;

/// <summary>
/// Adds rows to a table a chunk at a time: fill the columns of rows 0 to n-1, call <see cref="Append"/>, and so on, then
/// <see cref="Complete"/>. Disposed without that, what isn't flushed is lost.
/// </summary>
public sealed class TableAppender : IDisposable
{
    private readonly AppenderHandle appender;
    private readonly ChunkHandle chunk;

    /// <param name="connection">Connection of the table's database.</param>
    /// <param name="schema">Schema of the table; null for the default one.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="columnTypes">The types of all its columns, in order.</param>
    public unsafe TableAppender(DuckDbConnection connection, string? schema, string table, ReadOnlySpan<DuckDbType> columnTypes)
    {
        var state = NativeMethods.duckdb_appender_create(connection.Handle, schema, table, out var pointer);
        appender = new AppenderHandle(pointer);
        Check(state);

        var types = new LogicalTypeHandle[columnTypes.Length];
        var pointers = stackalloc nint[columnTypes.Length];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = new LogicalTypeHandle(NativeMethods.duckdb_create_logical_type(columnTypes[i]));
            pointers[i] = types[i].Pointer;
        }

        chunk = new ChunkHandle(NativeMethods.duckdb_create_data_chunk(pointers, (ulong)types.Length));
        foreach (var type in types) type.Dispose();
    }

    /// <summary>A column of the chunk to be filled, counted from 0.</summary>
    public VectorWriter Column(int column) =>
        new(NativeMethods.duckdb_data_chunk_get_vector(chunk.Pointer, (ulong)column), DataChunk.Capacity);

    /// <summary>Adds the first <paramref name="rows"/> rows of the chunk and empties it.</summary>
    public void Append(int rows)
    {
        NativeMethods.duckdb_data_chunk_set_size(chunk, (ulong)rows);
        Check(NativeMethods.duckdb_append_data_chunk(appender, chunk));
        NativeMethods.duckdb_data_chunk_reset(chunk);
    }

    /// <summary>Writes all rows to the table.</summary>
    public void Complete() => Check(NativeMethods.duckdb_appender_close(appender));

    public void Dispose()
    {
        chunk?.Dispose();
        appender.Dispose();
    }

    private void Check(State state)
    {
        if (state == State.Error)
            throw new DuckDbException(Marshal.PtrToStringUTF8(NativeMethods.duckdb_appender_error(appender)) ?? "DuckDB could not append rows.");
    }
}
