using System.Collections.Immutable;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Execution;

/// <summary>
/// A query at work: its columns are known, its rows are fetched chunk by chunk. It holds a connection and one of the engine's
/// places until it is disposed.
/// </summary>
public sealed class RunningQuery : IDisposable
{
    private readonly Action<RunningQuery> release;
    private readonly CancellationToken cancellation;
    private readonly Interruption interruption;
    private readonly DuckDbStatement statement;
    private readonly long? maximumRows;
    private DuckDbResult? result;
    private bool isAtEnd;
    private bool isReleased;

    internal RunningQuery(TranslatedQuery translation, Snapshot snapshot, QueryStages stages, QueryConnection connection, long? maximumRows, Action<RunningQuery> release, CancellationToken cancellation)
    {
        Translation = translation;
        Snapshot = snapshot;
        Stages = stages;
        Connection = connection;
        this.maximumRows = maximumRows;
        this.release = release;
        this.cancellation = cancellation;
        statement = connection.Connection.Prepare(translation.Sql);
        ParameterBinding.Bind(statement, translation.Parameters);
        interruption = new Interruption(connection.Connection, cancellation);
    }

    public TranslatedQuery Translation { get; }

    /// <summary>The state of the tables that the query sees, from its first row to its last.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>How long it took until now.</summary>
    public QueryStages Stages { get; }

    public ImmutableArray<Column> Columns => Translation.Columns;

    /// <summary>The types of the columns' vectors.</summary>
    /// <exception cref="QueryException">The query failed or was stopped.</exception>
    public ImmutableArray<DuckDbType> VectorTypes
    {
        get
        {
            var types = TypesOf(statement.ColumnCount, statement.ColumnType);
            // A function whose parameter must be known before it has a type, as strftime's format, leaves types and even the number of columns open until the query runs.
            return types.Contains(DuckDbType.Invalid) || types.Length != Columns.Length ? TypesOf(Running().ColumnCount, Running().ColumnType) : types;
        }
    }

    /// <summary>Rows handed out so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>True once a row was left out because more than the maximum would have come; final after <see cref="Next"/> gave null.</summary>
    public bool IsOverflow { get; private set; }

    /// <summary>Percent of the work that is done, or -1 where that can't be told. Callable from any thread.</summary>
    public double Progress => Connection.Connection.Progress;

    internal QueryConnection Connection { get; }

    /// <summary>The next rows, to be disposed by the caller; null after the last. Blocks while they are made.</summary>
    /// <exception cref="QueryException">The query failed or was stopped.</exception>
    public DataChunk? Next()
    {
        if (isAtEnd) return null;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (maximumRows == 0)
            {
                IsOverflow = isAtEnd = true;
                return null;
            }

            if (Running().FetchChunk() is not { } chunk)
            {
                isAtEnd = true;
                return null;
            }

            return Trimmed(chunk);
        }
        catch (Exception error) when (error is DuckDbException or OperationCanceledException)
        {
            isAtEnd = true;
            throw Failure(error);
        }
    }

    public void Dispose()
    {
        if (isReleased) return;
        isReleased = true;
        result?.Dispose();
        interruption.Dispose();
        statement.Dispose();
        release(this);
    }

    private static ImmutableArray<DuckDbType> TypesOf(int count, Func<int, DuckDbType> typeOf) => [.. Enumerable.Range(0, count).Select(typeOf)];

    private DuckDbResult Running()
    {
        try
        {
            return result ??= statement.ExecuteStreaming();
        }
        catch (DuckDbException error)
        {
            isAtEnd = true;
            throw Failure(error);
        }
    }

    /// <summary>What a function says that was stopped in the middle of a row, DuckDB tells as an error of its own.</summary>
    private QueryException Failure(Exception error) => QueryFailures.From(cancellation.IsCancellationRequested ? new OperationCanceledException(error.Message, error) : error);

    /// <summary>Leaves out what is beyond the maximum. The query was asked for one row more, so that a row too many is a true overflow.</summary>
    private DataChunk? Trimmed(DataChunk chunk)
    {
        if (maximumRows is { } maximum && RowCount + chunk.RowCount > maximum)
        {
            IsOverflow = isAtEnd = true;
            if (RowCount == maximum)
            {
                chunk.Dispose();
                return null;
            }

            chunk.Truncate((int)(maximum - RowCount));
        }

        RowCount += chunk.RowCount;
        return chunk;
    }
}
