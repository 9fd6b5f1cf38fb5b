using System.Runtime.InteropServices;
using Archive.DuckDb.Interop;
using Archive.DuckDb.Vectors;

namespace Archive.DuckDb;

/// <summary>The result of a query: columns with types, and chunks of rows to be fetched one after the other.</summary>
public sealed unsafe class DuckDbResult : IDisposable
{
    internal DuckDbResult() => Native = (NativeResult*)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult));

    ~DuckDbResult() => Free();

    internal NativeResult* Native { get; private set; }

    public int ColumnCount => (int)NativeMethods.duckdb_column_count(Native);

    /// <summary>Rows inserted, updated or deleted; 0 for other statements.</summary>
    public long RowsChanged => (long)NativeMethods.duckdb_rows_changed(Native);

    public string ColumnName(int column) => Marshal.PtrToStringUTF8(NativeMethods.duckdb_column_name(Native, (ulong)column)) ?? "";

    public DuckDbType ColumnType(int column) => NativeMethods.duckdb_column_type(Native, (ulong)column);

    /// <summary>The next chunk of at most 2048 rows, to be disposed by the caller; null after the last.</summary>
    /// <exception cref="DuckDbException">The query failed or was interrupted while it made the chunk.</exception>
    public DataChunk? FetchChunk()
    {
        var chunk = NativeMethods.duckdb_fetch_chunk(*Native);
        GC.KeepAlive(this);
        if (chunk != 0) return new DataChunk(new ChunkHandle(chunk));
        return Marshal.PtrToStringUTF8(NativeMethods.duckdb_result_error(Native)) is { Length: > 0 } message
            ? throw new DuckDbException(message, NativeMethods.duckdb_result_error_type(Native))
            : null;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>Hands the result on if the call that filled it succeeded; else disposes it and throws what it says.</summary>
    internal DuckDbResult Checked(State state)
    {
        if (state == State.Success) return this;
        var error = new DuckDbException(Marshal.PtrToStringUTF8(NativeMethods.duckdb_result_error(Native)) ?? "The query failed.",
            NativeMethods.duckdb_result_error_type(Native));
        Dispose();
        throw error;
    }

    private void Free()
    {
        if (Native is null) return;
        NativeMethods.duckdb_destroy_result(Native);
        NativeMemory.Free(Native);
        Native = null;
    }
}
