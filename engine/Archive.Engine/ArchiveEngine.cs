using System.Collections.Immutable;
using System.Diagnostics;
using Archive.Adql;
using Archive.Adql.Diagnostics;
using Archive.Adql.Translation;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Tables;
using Archive.DuckDb.Vectors;
using Archive.Engine.Execution;
using Archive.Engine.Store;
using Archive.Engine.Uploads;

namespace Archive.Engine;

/// <summary>
/// Answers ADQL over one archive: keeps the query store in step with the manifests, and runs queries, each of which sees one
/// snapshot of all tables. All members may be called from any thread.
/// </summary>
public sealed class ArchiveEngine : IDisposable
{
    private readonly StoreFile store;
    private readonly ConnectionPool connections;
    private readonly StoreKeeper keeper;
    private readonly FairGate places;
    private readonly PastSnapshots pastSnapshots;

    private ArchiveEngine(ArchiveFolder folder, EngineOptions options, TimeProvider time)
    {
        Folder = folder;
        store = StoreFile.Open(folder, options);
        connections = new ConnectionPool(store);
        places = new FairGate(options.MaximumConcurrentQueries, options.MaximumQueriesPerClient, options.MaximumWaitingQueries);
        pastSnapshots = new PastSnapshots(folder);
        keeper = new StoreKeeper(folder, store, options.RefreshInterval, time);
    }

    public ArchiveFolder Folder { get; }

    /// <summary>The newest state that queries can see.</summary>
    public Snapshot Current => keeper.Current;

    /// <summary>Why the newest manifest could not be taken; null while all is well. Queries go on with the former snapshot.</summary>
    public string? RefreshProblem => keeper.Problem;

    /// <summary>Queries that have a place.</summary>
    public int RunningQueries => places.Inside;

    /// <summary>Queries that wait for a place.</summary>
    public int WaitingQueries => places.Waiting;

    /// <summary>Opens an archive and brings its query store up to date, which takes time where there is much new.</summary>
    /// <exception cref="EngineException">The folder isn't an archive, or the store is in use or can't be written.</exception>
    public static ArchiveEngine Open(ArchiveFolder folder, EngineOptions? options = null, TimeProvider? time = null, Action<string>? progress = null)
    {
        options ??= new EngineOptions();
        options.Validate();
        if (!Directory.Exists(folder.TablesFolder))
            throw new EngineException($"{folder.Root} is not an archive: it has no folder 'tables'. Make one with 'archive ingest' or 'archive demo'.");
        var engine = new ArchiveEngine(folder, options, time ?? TimeProvider.System);
        try
        {
            if (!engine.keeper.Start(progress)) return engine;
            // A first load leaves DuckDB with a gigabyte that serving never needs; it goes with the database.
            engine.Dispose();
            engine = new ArchiveEngine(folder, options, time ?? TimeProvider.System);
            engine.keeper.Start(progress);
            return engine;
        }
        catch (Exception error)
        {
            engine.Dispose();
            if (error is not DuckDb.DuckDbException { IsFullDisk: true }) throw;
            throw new StoreUnavailableException(
                $"The query store in {options.StoreFolder ?? folder.StoreFolder} can't be written: its disk is full. It needs room for about twice the size of the Parquet files: make room, or give it another folder with store_folder.", error);
        }
    }

    /// <summary>Parses, resolves and translates a query without running it.</summary>
    /// <param name="adql">The query.</param>
    /// <param name="maximumRows">Rows wanted at most; null for all.</param>
    /// <exception cref="AdqlException">The query isn't understood, or names what isn't there.</exception>
    public TranslatedQuery Translate(string adql, long? maximumRows = null) => Translate(adql, AdqlVersion.Version21, Current.Tables, maximumRows);

    /// <summary>Starts a query of the present state.</summary>
    /// <param name="adql">The query.</param>
    /// <param name="maximumRows">Rows wanted at most; null for all.</param>
    /// <param name="cancellation">Stops the query, waiting or running.</param>
    /// <inheritdoc cref="StartAsync(EngineQuery, CancellationToken)"/>
    public Task<RunningQuery> StartAsync(string adql, long? maximumRows = null, CancellationToken cancellation = default) =>
        StartAsync(new EngineQuery(adql) { MaximumRows = maximumRows }, cancellation);

    /// <summary>Starts a query as soon as there is a place for it.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellation">Stops the query, waiting or running.</param>
    /// <exception cref="AdqlException">The query isn't understood, or names what isn't there.</exception>
    /// <exception cref="QueryException">The engine is too busy, the snapshot that is asked isn't there, or the query was stopped or failed.</exception>
    public async Task<RunningQuery> StartAsync(EngineQuery query, CancellationToken cancellation = default)
    {
        var asked = Stopwatch.GetTimestamp();
        var place = places.Ask(query.Client) ?? throw new QueryException(QueryFailure.Busy, "Too many queries are running and waiting. Ask again in a moment.");
        try
        {
            await place.WaitAsync(cancellation);
            var wait = Stopwatch.GetElapsedTime(asked);
            // Before the present snapshot is taken: no new manifest waits for former ones or an upload to be read.
            var seen = Current;
            var chosen = query.Snapshot is { } choice ? pastSnapshots.Find(choice, seen) : null;
            var connection = chosen is not null || query.Uploads.Count > 0 ? ConnectionWith(query.Uploads, cancellation) : connections.Rent();
            return chosen is null || chosen == seen
                ? keeper.WithSnapshot(present => Start(query, chosen ?? present, connection, place, wait, cancellation))
                : Start(query, chosen, connection, place, wait, cancellation);
        }
        catch (OperationCanceledException error)
        {
            place.Dispose();
            throw QueryFailures.From(error);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Reads from the store, beside all queries, so that a monitor learns whether it can be read.</summary>
    /// <exception cref="QueryException">It can't.</exception>
    public void Probe() => OnConnection($"SELECT count(*) FROM {StoreColumns.TapSchemaSchema}.tables", [], static (_, _) => 0);

    /// <summary>DuckDB's plan of a query, as text.</summary>
    public string Plan(TranslatedQuery query) => Explained(query, "EXPLAIN ", static (plan, _) => plan);

    /// <summary>DuckDB's plan of a query that brings tables along, which are read for it.</summary>
    public string Plan(string adql, IReadOnlyCollection<UploadedTable> uploads)
    {
        var query = Translate(adql, AdqlVersion.Version21, Current.Tables.With([.. uploads.Select(upload => upload.Definition)]), maximumRows: null);
        using var connection = ConnectionWith(uploads, CancellationToken.None);
        return FirstChunk("EXPLAIN " + query.Sql, query.Parameters, connection, static (plan, _) => plan?.Column(1).Text(0) ?? "");
    }

    /// <summary>Runs a query, throws its rows away and tells how it read its tables.</summary>
    public ImmutableArray<TableScan> Scans(TranslatedQuery query) => Explained(query, "EXPLAIN (ANALYZE, FORMAT JSON) ", TableScan.Read);

    private T Explained<T>(TranslatedQuery query, string explain, Func<string, DuckDb.DuckDbConnection, T> read) =>
        OnConnection(explain + query.Sql, query.Parameters, (chunk, connection) => read(chunk?.Column(1).Text(0) ?? "", connection));

    private T OnConnection<T>(string sql, ImmutableArray<SqlParameter> parameters, Func<DataChunk?, DuckDb.DuckDbConnection, T> read)
    {
        var connection = connections.Rent();
        try
        {
            return FirstChunk(sql, parameters, connection, read);
        }
        finally
        {
            connections.Return(connection);
        }
    }

    private static T FirstChunk<T>(string sql, ImmutableArray<SqlParameter> parameters, QueryConnection connection, Func<DataChunk?, DuckDb.DuckDbConnection, T> read)
    {
        try
        {
            using var statement = connection.Connection.Prepare(sql);
            ParameterBinding.Bind(statement, parameters);
            using var result = statement.Execute();
            using var chunk = result.FetchChunk();
            return read(chunk, connection.Connection);
        }
        catch (DuckDb.DuckDbException error)
        {
            throw QueryFailures.From(error);
        }
    }

    /// <summary>Looks for a new manifest now, instead of at the next interval.</summary>
    public void Refresh() => keeper.Refresh();

    public void Dispose()
    {
        keeper.Dispose();
        connections.Dispose();
        store.Dispose();
    }

    private static TranslatedQuery Translate(string adql, AdqlVersion version, TableSet tables, long? maximumRows) =>
        AdqlCompiler.Compile(adql, tables, AdqlOptions.Default with { Version = version, RowLimit = maximumRows is null or long.MaxValue ? null : maximumRows + 1 });

    /// <summary>A connection for one query, which alone sees the tables; they go with it.</summary>
    private QueryConnection ConnectionWith(IReadOnlyCollection<UploadedTable> uploads, CancellationToken cancellation)
    {
        var connection = new QueryConnection(store.Connect()) { IsForOneQuery = true };
        try
        {
            foreach (var upload in uploads) upload.Load(connection.Connection, cancellation);
            return connection;
        }
        catch (Exception error)
        {
            connection.Dispose();
            if (error is DuckDb.DuckDbException or OperationCanceledException) throw QueryFailures.From(error);
            throw;
        }
    }

    private RunningQuery Start(EngineQuery query, Snapshot snapshot, QueryConnection connection, GateTurn place, TimeSpan wait, CancellationToken cancellation)
    {
        try
        {
            var begin = Stopwatch.GetTimestamp();
            var translation = Translate(query.Adql, query.Version, snapshot.Tables.With([.. query.Uploads.Select(upload => upload.Definition)]), query.MaximumRows);
            var stages = new QueryStages(wait, Stopwatch.GetElapsedTime(begin));
            if (snapshot != keeper.Current) connection.Past = new PastDatabase(store, connection.Connection, Folder, snapshot, translation.Tables);
            connection.Begin();
            if (translation.Tables.Any(table => table.Kind == TableKind.View)) connection.SetLinksUrl(query.LinksUrl);
            return new RunningQuery(translation, snapshot, stages, connection, query.MaximumRows, running => Release(running, place), cancellation);
        }
        catch (AdqlException)
        {
            GiveBack(connection);
            throw;
        }
        catch (DuckDb.DuckDbException error)
        {
            connection.Dispose();
            throw QueryFailures.From(error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Release(RunningQuery query, GateTurn place)
    {
        try
        {
            query.Connection.End();
            GiveBack(query.Connection);
        }
        catch (DuckDb.DuckDbException)
        {
            // A connection that can't end its transaction is of no use to the next query.
            query.Connection.Dispose();
        }
        finally
        {
            place.Dispose();
        }
    }

    private void GiveBack(QueryConnection connection)
    {
        if (connection.IsForOneQuery) connection.Dispose();
        else connections.Return(connection);
    }
}
