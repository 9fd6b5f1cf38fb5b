using Archive.DuckDb.Functions;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb;

/// <summary>A connection: runs one query at a time. Only <see cref="Interrupt"/> and <see cref="Progress"/> may be called from another thread.</summary>
public sealed class DuckDbConnection : IDisposable
{
    private readonly OpenConnections connections;
    private readonly ulong number;
    private volatile bool isInterrupted;

    internal DuckDbConnection(ConnectionHandle handle, OpenConnections connections)
    {
        Handle = handle;
        this.connections = connections;
        number = connections.Add(this);
    }

    internal ConnectionHandle Handle { get; }

    /// <summary>Whether the running query was asked to end. DuckDB itself looks between chunks of rows only; a function that takes long for one row looks here.</summary>
    internal bool IsInterrupted => isInterrupted;

    /// <summary>Percent of the running query that is done, or -1 where DuckDB can't tell.</summary>
    public double Progress => NativeMethods.duckdb_query_progress(Handle).Percentage;

    /// <summary>Runs one or more statements to their end and keeps the last one's result in memory.</summary>
    /// <exception cref="DuckDbException">A statement was refused or failed.</exception>
    public unsafe DuckDbResult Query(string sql)
    {
        var result = new DuckDbResult();
        var state = NativeMethods.duckdb_query(Handle, sql, result.Native);
        return result.Checked(state);
    }

    /// <summary>Runs statements whose result doesn't matter; returns the number of rows changed by the last one.</summary>
    public long Execute(string sql)
    {
        using var result = Query(sql);
        return result.RowsChanged;
    }

    /// <summary>Prepares one statement with parameters <c>$1</c>, <c>$2</c>, ...</summary>
    /// <exception cref="DuckDbException">The statement isn't understood or names what isn't there.</exception>
    public DuckDbStatement Prepare(string sql)
    {
        var state = NativeMethods.duckdb_prepare(Handle, sql, out var pointer);
        var statement = new DuckDbStatement(new StatementHandle(pointer));
        if (state == State.Success) return statement;
        var message = statement.Error ?? "DuckDB could not prepare the statement.";
        statement.Dispose();
        throw new DuckDbException(message, DuckDbErrorType.Binder);
    }

    /// <summary>Makes a function known to all connections of this database.</summary>
    public void Register(ScalarFunction function) => ScalarFunctionRegistration.Register(Handle, function, connections);

    /// <summary>Asks the running query to end with an error of type <see cref="DuckDbErrorType.Interrupt"/>. Callable from any thread.</summary>
    public void Interrupt()
    {
        isInterrupted = true;
        NativeMethods.duckdb_interrupt(Handle);
    }

    /// <summary>Lets the next query run, whatever was asked of the former one.</summary>
    public void ForgetInterrupt() => isInterrupted = false;

    public void Dispose()
    {
        connections.Remove(number);
        Handle.Dispose();
    }
}
