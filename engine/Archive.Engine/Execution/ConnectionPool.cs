using System.Collections.Concurrent;
using Archive.Engine.Store;

namespace Archive.Engine.Execution;

/// <summary>Connections of the store that wait for a query.</summary>
internal sealed class ConnectionPool(StoreFile store) : IDisposable
{
    private readonly ConcurrentBag<QueryConnection> idle = [];

    public QueryConnection Rent() => idle.TryTake(out var connection) ? connection : new QueryConnection(store.Connect());

    public void Return(QueryConnection connection) => idle.Add(connection);

    public void Dispose()
    {
        while (idle.TryTake(out var connection)) connection.Dispose();
    }
}
