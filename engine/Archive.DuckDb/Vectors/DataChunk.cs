using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Vectors;

/// <summary>Up to 2048 rows as one vector a column. The vectors' memory lives as long as the chunk isn't disposed.</summary>
public sealed class DataChunk : IDisposable
{
    private readonly ChunkHandle handle;

    internal DataChunk(ChunkHandle handle)
    {
        this.handle = handle;
        RowCount = (int)NativeMethods.duckdb_data_chunk_get_size(handle.Pointer);
        ColumnCount = (int)NativeMethods.duckdb_data_chunk_get_column_count(handle.Pointer);
    }

    internal ChunkHandle Handle => handle;

    /// <summary>Rows that a chunk can hold at most.</summary>
    public static int Capacity { get; } = (int)NativeMethods.duckdb_vector_size();

    public int RowCount { get; private set; }

    public int ColumnCount { get; }

    /// <summary>The values of a column, counted from 0.</summary>
    public VectorView Column(int column)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)ColumnCount, nameof(column));
        return new VectorView(NativeMethods.duckdb_data_chunk_get_vector(handle.Pointer, (ulong)column), RowCount);
    }

    /// <summary>Leaves out all rows but the first <paramref name="rows"/>.</summary>
    public void Truncate(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)rows, (uint)RowCount, nameof(rows));
        Resize(rows);
    }

    /// <summary>Sets the number of rows; the caller knows that the vectors hold so many.</summary>
    internal void Resize(int rows)
    {
        NativeMethods.duckdb_data_chunk_set_size(handle, (ulong)rows);
        RowCount = rows;
    }

    public void Dispose() => handle.Dispose();
}
