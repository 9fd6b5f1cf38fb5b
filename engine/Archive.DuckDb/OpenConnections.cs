using System.Collections.Concurrent;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb;

/// <summary>The connections of a database by the number that DuckDB gives each, so that a function can ask whether the query that calls it is to stop.</summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<ulong, DuckDbConnection> byNumber = new();

    /// <summary>The connection with this number; null if it is closed, or isn't one of ours.</summary>
    public DuckDbConnection? Find(ulong number) => byNumber.GetValueOrDefault(number);

    /// <returns>The connection's number.</returns>
    public ulong Add(DuckDbConnection connection)
    {
        NativeMethods.duckdb_connection_get_client_context(connection.Handle, out var context);
        var number = NativeMethods.duckdb_client_context_get_connection_id(context);
        NativeMethods.duckdb_destroy_client_context(ref context);
        byNumber[number] = connection;
        return number;
    }

    public void Remove(ulong number) => byNumber.TryRemove(number, out _);
}
