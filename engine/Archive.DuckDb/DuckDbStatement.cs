using System.Runtime.InteropServices;
using System.Text;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb;

/// <summary>A prepared statement. Parameters count from 1 and keep their values from one execution to the next.</summary>
public sealed class DuckDbStatement : IDisposable
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly StatementHandle handle;

    internal DuckDbStatement(StatementHandle handle) => this.handle = handle;

    public int ParameterCount => (int)NativeMethods.duckdb_nparams(handle);

    public int ColumnCount => (int)NativeMethods.duckdb_prepared_statement_column_count(handle);

    internal string? Error => Marshal.PtrToStringUTF8(NativeMethods.duckdb_prepare_error(handle));

    /// <summary>Type of a result column, counted from 0, before the statement is run.</summary>
    public DuckDbType ColumnType(int column) => NativeMethods.duckdb_prepared_statement_column_type(handle, (ulong)column);

    public void BindNull(int index) => Check(NativeMethods.duckdb_bind_null(handle, (ulong)index), index);

    public void Bind(int index, bool value) => Check(NativeMethods.duckdb_bind_boolean(handle, (ulong)index, value), index);

    public void Bind(int index, long value) => Check(NativeMethods.duckdb_bind_int64(handle, (ulong)index, value), index);

    public void Bind(int index, double value) => Check(NativeMethods.duckdb_bind_double(handle, (ulong)index, value), index);

    public unsafe void Bind(int index, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        fixed (byte* pointer = bytes) Check(NativeMethods.duckdb_bind_varchar_length(handle, (ulong)index, pointer, (ulong)bytes.Length), index);
    }

    public unsafe void Bind(int index, ReadOnlySpan<byte> blob)
    {
        fixed (byte* pointer = blob) Check(NativeMethods.duckdb_bind_blob(handle, (ulong)index, pointer, (ulong)blob.Length), index);
    }

    public void Bind(int index, DateOnly value) =>
        Check(NativeMethods.duckdb_bind_date(handle, (ulong)index, value.DayNumber - DateOnly.FromDateTime(Epoch).DayNumber), index);

    /// <summary>Binds a TIMESTAMP; <paramref name="value"/> is taken as UTC whatever its kind, to the microsecond.</summary>
    public void Bind(int index, DateTime value) =>
        Check(NativeMethods.duckdb_bind_timestamp(handle, (ulong)index, (value.Ticks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond), index);

    /// <summary>Runs the statement to its end; the result is held in memory by DuckDB.</summary>
    public unsafe DuckDbResult Execute()
    {
        var result = new DuckDbResult();
        var state = NativeMethods.duckdb_execute_prepared(handle, result.Native);
        return result.Checked(state);
    }

    /// <summary>
    /// Starts the statement; its rows are made while they are fetched, so memory doesn't grow with the result. The connection
    /// can't run another query until the result is disposed.
    /// </summary>
    public unsafe DuckDbResult ExecuteStreaming()
    {
        var state = NativeMethods.duckdb_pending_prepared_streaming(handle, out var pointer);
        using var pending = new PendingHandle(pointer);
        if (state == State.Error)
            throw new DuckDbException(Marshal.PtrToStringUTF8(NativeMethods.duckdb_pending_error(pending)) ?? "DuckDB could not start the statement.");
        var result = new DuckDbResult();
        state = NativeMethods.duckdb_execute_pending(pending, result.Native);
        return result.Checked(state);
    }

    /// <summary>Starts the statement, which is then run a while at a time; its result, if it has one, is dropped.</summary>
    /// <exception cref="DuckDbException">The statement can't be run.</exception>
    public StatementRun Start()
    {
        var state = NativeMethods.duckdb_pending_prepared(handle, out var pointer);
        var pending = new PendingHandle(pointer);
        if (state == State.Success) return new StatementRun(pending);
        var error = new DuckDbException(Marshal.PtrToStringUTF8(NativeMethods.duckdb_pending_error(pending)) ?? "DuckDB could not start the statement.");
        pending.Dispose();
        throw error;
    }

    public void Dispose() => handle.Dispose();

    private void Check(State state, int index)
    {
        if (state == State.Error) throw new DuckDbException($"Parameter {index} can't be bound: {Error ?? "there is no such parameter."}", DuckDbErrorType.InvalidInput);
    }
}
