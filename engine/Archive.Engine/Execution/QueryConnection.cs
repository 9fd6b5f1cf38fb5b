using Archive.DuckDb;
using Archive.Engine.Store;

namespace Archive.Engine.Execution;

/// <summary>A connection of the store, with the statements that begin and end each query's transaction prepared once.</summary>
internal sealed class QueryConnection : IDisposable
{
    private readonly DuckDbStatement begin;
    private readonly DuckDbStatement rollback;
    private readonly DuckDbStatement setLinksUrl;

    public QueryConnection(DuckDbConnection connection)
    {
        Connection = connection;
        begin = connection.Prepare("BEGIN TRANSACTION READ ONLY");
        rollback = connection.Prepare("ROLLBACK");
        setLinksUrl = connection.Prepare($"SET VARIABLE {ObsCoreRows.LinksUrlVariable} = $1");
    }

    public DuckDbConnection Connection { get; }

    /// <summary>Holds tables of one query and is closed with it.</summary>
    public bool IsForOneQuery { get; init; }

    /// <summary>The former state of the archive that it sees instead of the store; null for the store. It goes with the connection.</summary>
    public PastDatabase? Past { get; set; }

    public void Begin() => begin.Execute().Dispose();

    public void End() => rollback.Execute().Dispose();

    /// <summary>Tells the views where the service lists what belongs to an observation; null where there is no service.</summary>
    public void SetLinksUrl(string? url)
    {
        if (url is null) setLinksUrl.BindNull(1);
        else setLinksUrl.Bind(1, url);
        setLinksUrl.Execute().Dispose();
    }

    public void Dispose()
    {
        setLinksUrl.Dispose();
        begin.Dispose();
        rollback.Dispose();
        Connection.Dispose();
        Past?.Dispose();
    }
}
