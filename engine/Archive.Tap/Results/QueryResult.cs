using System.Diagnostics;
using Archive.Adql.Diagnostics;
using Archive.Catalogue.Manifests;
using Archive.DuckDb.Vectors;
using Archive.Engine;
using Archive.Engine.Execution;
using Archive.Formats;
using Archive.Tap.DataLink;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Operations;
using Archive.Tap.Parameters;
using Archive.Tap.Uploads;

namespace Archive.Tap.Results;

/// <summary>A running query whose first rows are there, so that nearly everything that can go wrong has gone wrong before a byte is written.</summary>
internal sealed class QueryResult : IDisposable
{
    private readonly QueryRequest request;
    private readonly RunningQuery query;
    private readonly QueryReport report;
    private readonly string stoppedMessage;
    private DataChunk? next;

    private QueryResult(QueryRequest request, RunningQuery query, QueryReport report, string stoppedMessage)
    {
        this.request = request;
        this.query = query;
        this.report = report;
        this.stoppedMessage = stoppedMessage;
    }

    public long RowCount => query.RowCount;

    public bool IsOverflow => query.IsOverflow;

    /// <summary>Changes what is told of the result's columns, for a resource whose standard wants it told in another way.</summary>
    public Func<ResultDescription, ResultDescription> Adapt { get; set; } = description => description;

    /// <summary>Starts a query and waits for its first rows.</summary>
    /// <param name="engine">Answers it.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="uploads">The tables that it brings along; they may be disposed when this has returned.</param>
    /// <param name="report">Is told how long it took and what came of it.</param>
    /// <param name="stoppedMessage">What the user is told where <paramref name="cancellation"/> stops the query.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <exception cref="AdqlException">The query isn't understood.</exception>
    /// <exception cref="QueryException">The engine is busy, or the query failed.</exception>
    /// <exception cref="TapException">The query was stopped.</exception>
    public static async Task<QueryResult> StartAsync(ArchiveEngine engine, QueryRequest request, QueryUploads uploads, QueryReport report, string stoppedMessage, CancellationToken cancellation)
    {
        RunningQuery query;
        var begin = Stopwatch.GetTimestamp();
        try
        {
            query = await engine.StartAsync(new EngineQuery(request.Adql)
            {
                MaximumRows = request.MaximumRows,
                Version = request.Version,
                LinksUrl = request.LinksUrl,
                Client = report.Client,
                Uploads = uploads.Tables,
                Snapshot = request.Snapshot,
            }, cancellation);
        }
        catch (QueryException error) when (error.Failure == QueryFailure.Interrupted)
        {
            throw TapException.BadRequest(stoppedMessage);
        }

        report.Wait += query.Stages.Wait;
        report.Translation = query.Stages.Translation;
        var result = new QueryResult(request, query, report, stoppedMessage);
        try
        {
            result.next = result.Fetch();
            report.FirstRows = Stopwatch.GetElapsedTime(begin) - query.Stages.Wait - query.Stages.Translation;
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes the result to its last byte but for what <paramref name="output"/> still holds. An error after the first bytes were seen is told
    /// at the document's end, where its format has a place for that; else it is thrown.
    /// </summary>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="abandon">Stops the writing at any place; the query's own cancellation stops its rows and lets the document be ended.</param>
    public async Task WriteAsync(ResultOutput output, CancellationToken abandon)
    {
        try
        {
            await WriteDocumentAsync(output, abandon);
        }
        finally
        {
            (report.Rows, report.Bytes, report.IsOverflow) = (query.RowCount, output.Sent + output.Held, query.IsOverflow);
        }
    }

    public void Dispose()
    {
        next?.Dispose();
        query.Dispose();
    }

    private async Task WriteDocumentAsync(ResultOutput output, CancellationToken abandon)
    {
        using var writer = request.Format.Format.CreateWriter(output);
        writer.Begin(Adapt(Description()));
        ResultEnding ending;
        try
        {
            await WriteRowsAsync(writer, output, abandon);
            ending = query.IsOverflow ? ResultEnding.Overflow : ResultEnding.Complete;
        }
        catch (Exception error) when (error is QueryException or TapException && output.IsSeen && request.Format.Format.TellsStatus)
        {
            ending = ResultEnding.Error(Fault.Of(error).Message);
        }

        while (!writer.End(ending))
        {
            abandon.ThrowIfCancellationRequested();
            if (output.Held > 0) await output.SendAsync(abandon);
        }
    }

    private async Task WriteRowsAsync(ResultWriter writer, ResultOutput output, CancellationToken abandon)
    {
        while (next is not null)
        {
            using (next) writer.Write(next);
            next = null;
            if (output.Held >= ResultOutput.SendThreshold) await output.SendAsync(abandon);
            next = Fetch();
        }
    }

    private DataChunk? Fetch()
    {
        try
        {
            return query.Next();
        }
        catch (QueryException error) when (error.Failure == QueryFailure.Interrupted)
        {
            throw TapException.BadRequest(stoppedMessage);
        }
    }

    private ResultDescription Description() => new()
    {
        Columns = query.Columns,
        VectorTypes = query.VectorTypes,
        IsOverflow = query.IsOverflow,
        Query = request.Adql,
        Links = LinksColumn.ServiceOf(query, request.LinksUrl),
        Infos =
        [
            new ResultInfo("standardID", "ivo://ivoa.net/std/TAP"),
            new ResultInfo("server", ServerIdentity.Product),
            .. StandardFormInfos.Of(query.Translation.Standard),
            .. query.Snapshot.ManifestNumbers.Select(pair => new ResultInfo("snapshot", SnapshotChoice.TextOf(pair.Key, pair.Value))),
        ],
    };
}
