using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Vectors;

/// <summary>
/// Adds rows to a table a chunk at a time: fill the columns of rows 0 to n-1, call <see cref="Append"/>, and so on, then
/// <see cref="Complete"/>. Disposed without that, what isn't flushed is lost.
/// </summary>
public sealed class TableAppender : IDisposable
{
    private readonly OpenAppender appender;
    private readonly ChunkHandle chunk;

    /// <param name="connection">Connection of the table's database.</param>
    /// <param name="schema">Schema of the table; null for the default one.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="columnTypes">The types of all its columns, in order.</param>
    public TableAppender(DuckDbConnection connection, string? schema, string table, ReadOnlySpan<DuckDbType> columnTypes)
    {
        appender = new OpenAppender(connection, catalog: null, schema, table);
        var types = new LogicalTypeHandle[columnTypes.Length];
        for (var i = 0; i < types.Length; i++) types[i] = new LogicalTypeHandle(NativeMethods.duckdb_create_logical_type(columnTypes[i]));
        chunk = ChunkOf(types);
    }

    /// <summary>Adds rows to a table whose columns are of whatever types the table says.</summary>
    /// <param name="connection">Connection of the table's database.</param>
    /// <param name="catalog">Database of the table, <c>temp</c> for a temporary one; null for the default one.</param>
    /// <param name="schema">Schema of the table; null for the default one.</param>
    /// <param name="table">Name of the table.</param>
    public TableAppender(DuckDbConnection connection, string? catalog, string? schema, string table)
    {
        appender = new OpenAppender(connection, catalog, schema, table);
        chunk = ChunkOf(appender.ColumnTypes());
    }

    /// <summary>A column of the chunk to be filled, counted from 0.</summary>
    public VectorWriter Column(int column) =>
        new(NativeMethods.duckdb_data_chunk_get_vector(chunk.Pointer, (ulong)column), DataChunk.Capacity);

    /// <summary>Adds the first <paramref name="rows"/> rows of the chunk and empties it.</summary>
    public void Append(int rows)
    {
        NativeMethods.duckdb_data_chunk_set_size(chunk, (ulong)rows);
        appender.Append(chunk);
        NativeMethods.duckdb_data_chunk_reset(chunk);
    }

    /// <summary>Writes all rows to the table.</summary>
    public void Complete() => appender.Complete();

    public void Dispose()
    {
        chunk.Dispose();
        appender.Dispose();
    }

    private static unsafe ChunkHandle ChunkOf(LogicalTypeHandle[] types)
    {
        var pointers = Array.ConvertAll(types, type => type.Pointer);
        fixed (nint* first = pointers)
        {
            var chunk = new ChunkHandle(NativeMethods.duckdb_create_data_chunk(first, (ulong)types.Length));
            foreach (var type in types) type.Dispose();
            return chunk;
        }
    }
}
