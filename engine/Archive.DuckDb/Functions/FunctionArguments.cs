using Archive.DuckDb.Interop;
using Archive.DuckDb.Vectors;

namespace Archive.DuckDb.Functions;

/// <summary>The vectors that a function is called with; borrowed for the call.</summary>
public readonly ref struct FunctionArguments
{
    private readonly nint chunk;
    private readonly DuckDbConnection? connection;

    internal FunctionArguments(nint chunk, DuckDbConnection? connection)
    {
        this.chunk = chunk;
        this.connection = connection;
        RowCount = (int)NativeMethods.duckdb_data_chunk_get_size(chunk);
    }

    public int RowCount { get; }

    public VectorView this[int parameter] => new(NativeMethods.duckdb_data_chunk_get_vector(chunk, (ulong)parameter), RowCount);

    /// <summary>Reads one row of the first so many parameters, all of them DOUBLE; false if a value is null.</summary>
    public bool TryReadDoubles(int row, Span<double> values)
    {
        for (var parameter = 0; parameter < values.Length; parameter++)
        {
            var vector = this[parameter];
            if (vector.IsNull(row)) return false;
            values[parameter] = vector.Values<double>()[row];
        }

        return true;
    }

    /// <summary>To be called now and then by a function that may take long for one row.</summary>
    /// <exception cref="OperationCanceledException">The query was asked to end.</exception>
    public void ThrowIfInterrupted()
    {
        if (connection?.IsInterrupted == true) throw new OperationCanceledException("The query was interrupted.");
    }

    internal int Count => (int)NativeMethods.duckdb_data_chunk_get_column_count(chunk);
}
