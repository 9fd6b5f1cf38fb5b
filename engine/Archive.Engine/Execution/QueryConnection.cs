using Archive.DuckDb;

namespace Archive.Engine.Execution;

/// <summary>A connection of the store, with the statements that begin and end each query's transaction prepared once.</summary>
internal sealed class QueryConnection : IDisposable
{
    private readonly DuckDbStatement begin;
    private readonly DuckDbStatement rollback;

    public QueryConnection(DuckDbConnection connection)
    {
        Connection = connection;
        begin = connection.Prepare("BEGIN TRANSACTION READ ONLY");
        rollback = connection.Prepare("ROLLBACK");
    }

    public DuckDbConnection Connection { get; }

    public void Begin() => begin.Execute().Dispose();

    public void End() => rollback.Execute().Dispose();

    public void Dispose()
    {
        begin.Dispose();
        rollback.Dispose();
        Connection.Dispose();
    }
}
