using Archive.DuckDb.Interop;
using Archive.DuckDb.Vectors;

namespace Archive.DuckDb.Functions;

/// <summary>The vectors that a function is called with; borrowed for the call.</summary>
public readonly ref struct FunctionArguments
{
    private readonly nint chunk;

    internal FunctionArguments(nint chunk)
    {
        this.chunk = chunk;
        RowCount = (int)NativeMethods.duckdb_data_chunk_get_size(chunk);
    }

    public int RowCount { get; }

    public VectorView this[int parameter] => new(NativeMethods.duckdb_data_chunk_get_vector(chunk, (ulong)parameter), RowCount);

    internal int Count => (int)NativeMethods.duckdb_data_chunk_get_column_count(chunk);
}
