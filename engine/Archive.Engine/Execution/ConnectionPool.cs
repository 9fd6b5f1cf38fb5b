using System.Collections.Concurrent;
using Archive.DuckDb;
using Archive.Engine.Store;

namespace Archive.Engine.Execution;

/// <summary>Connections of the store that wait for a query.</summary>
internal sealed class ConnectionPool(StoreFile store) : IDisposable
{
    private readonly ConcurrentBag<DuckDbConnection> idle = [];

    public DuckDbConnection Rent() => idle.TryTake(out var connection) ? connection : store.Connect();

    public void Return(DuckDbConnection connection) => idle.Add(connection);

    public void Dispose()
    {
        while (idle.TryTake(out var connection)) connection.Dispose();
    }
}
