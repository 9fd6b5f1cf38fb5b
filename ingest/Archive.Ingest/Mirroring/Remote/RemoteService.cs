using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Formats.Reading;
using Archive.Formats.Votable.Reading;
using Archive.Ingest.Importing;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>Rows of a small answer, as text.</summary>
internal sealed record RemoteRows(ImmutableArray<Column> Columns, IReadOnlyList<string?[]> Rows, bool IsOverflow)
{
    /// <summary>The place of a column, whatever the case of its letters; negative where it isn't there.</summary>
    public int Find(string name) => Columns.IndexOf(Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))!);
}

/// <summary>A remote TAP service that is asked in ADQL and answers in VOTables.</summary>
internal sealed class RemoteService(PoliteClient client, Uri address, string folder, TimeProvider clock)
{
    /// <summary>Columns of its own TAP_SCHEMA, nights: no table that is asked for at once has more.</summary>
    private const int MostRows = 1_000_000;

    private const long LongestSmallAnswer = 256L << 20;
    private const long LongestPull = 4L << 30;

    private readonly RemoteJob _jobs = new(client, clock);
    private bool _makesJobs = true;

    public Uri Address => address;

    public RemoteCapabilities Capabilities { get; private set; } = RemoteCapabilities.Unknown;

    /// <summary>Rows that one query may be asked for, as far as it is known: what the service says, or what it was found to cut at.</summary>
    public long RowLimit { get; private set; } = long.MaxValue;

    /// <summary>Reads the capabilities, where there are any.</summary>
    /// <exception cref="IngestException">The remote can't be reached.</exception>
    public async Task IntroduceAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = (await client.SendAsync(HttpMethod.Get, Below("capabilities"), null, cancellation)).Demanded();
            Capabilities = RemoteCapabilities.Read(answer.Body(LongestSmallAnswer));
            RowLimit = Capabilities.RowLimit ?? long.MaxValue;
        }
        catch (Exception error) when (error is RemoteRefusalException or XmlException or RemotePauseException or InvalidDataException)
        {
            // A service of before TAP 1.1 has none.
        }
    }

    /// <summary>Asks a small question at /sync.</summary>
    /// <exception cref="RemoteRefusalException">The service refuses the query.</exception>
    /// <exception cref="IngestException">It can't be reached.</exception>
    public Task<RemoteRows> AskAsync(string adql, CancellationToken cancellation, long maximumRows = MostRows) => client.Backoff.RunAsync(async () =>
    {
        using var answer = (await client.SendAsync(HttpMethod.Post, Below("sync"), Form(adql, Math.Min(maximumRows, RowLimit)), cancellation)).Demanded();
        using var staged = StagedTable.InMemory(folder);
        var (columns, _, isOverflow) = Load(answer, LongestSmallAnswer, staged.Connection, "answer", MostRows, cancellation);
        var list = string.Join(", ", columns.Select(column => $"CAST({SqlText.Identifier(column.Name)} AS VARCHAR)"));
        return new RemoteRows(columns, staged.Query($"SELECT {list} FROM answer"), isOverflow);
    }, cancellation);

    /// <summary>Pulls a result into a new table of a database: by a job, or at /sync where the service makes none.</summary>
    /// <param name="adql">The query.</param>
    /// <param name="maximumRows">Rows to ask for; more are an overflow.</param>
    /// <param name="connection">The database.</param>
    /// <param name="table">The table, which is replaced if it is there.</param>
    /// <param name="cancellation">Ends the pull; the job is deleted even so.</param>
    /// <exception cref="RemoteRefusalException">The service refuses the query.</exception>
    /// <exception cref="IngestException">It can't be reached, or its answer can't be read.</exception>
    public Task<(ImmutableArray<Column> Columns, long Rows, bool IsOverflow)> PullAsync(string adql, long maximumRows, DuckDbConnection connection, string table, CancellationToken cancellation) =>
        client.Backoff.RunAsync(async () =>
        {
            if (await JobAsync(adql, maximumRows, cancellation) is not { } job)
            {
                using var direct = (await client.SendAsync(HttpMethod.Post, Below("sync"), Form(adql, maximumRows), cancellation)).Demanded();
                return Load(direct, LongestPull, connection, table, maximumRows, cancellation);
            }

            try
            {
                using var answer = (await _jobs.ResultAsync(job, cancellation)).Demanded();
                return Load(answer, LongestPull, connection, table, maximumRows, cancellation);
            }
            finally
            {
                await _jobs.DeleteAsync(job);
            }
        }, cancellation);

    /// <summary>Remembers that the service gave no more rows than these.</summary>
    public void Learn(long rowLimit) => RowLimit = Math.Max(1, Math.Min(RowLimit, rowLimit));

    private async Task<Uri?> JobAsync(string adql, long maximumRows, CancellationToken cancellation)
    {
        if (!_makesJobs) return null;
        try
        {
            return await _jobs.CreateAsync(Below("async"), Form(adql, maximumRows), cancellation);
        }
        catch (RemoteRefusalException)
        {
            // If it was the query that is refused, /sync will say so.
            _makesJobs = false;
            return null;
        }
    }

    private static (ImmutableArray<Column> Columns, long Rows, bool IsOverflow) Load(RemoteAnswer answer, long maximumBytes, DuckDbConnection connection, string table, long maximumRows, CancellationToken cancellation)
    {
        try
        {
            // One row more than asked for: nexsciTAP and others count MAXREC their own way.
            using var reader = VotableReader.Open(answer.Body(maximumBytes), new TableReadLimits { MaximumRows = maximumRows + 1, MaximumRowsName = "MAXREC" });
            var columns = reader.Columns;
            connection.Execute($"CREATE OR REPLACE TABLE {SqlText.Identifier(table)} ({new Table("", table, columns).SqlDefinition()})");
            using var appender = new TableAppender(connection, null, null, table);
            var rows = reader.AppendTo(appender, cancellation);
            appender.Complete();
            return reader.ReadStatus() switch
            {
                "ERROR" => throw new RemoteRefusalException("The remote failed within the result, and says so at its end."),
                var status => (columns, rows, status == "OVERFLOW"),
            };
        }
        catch (Exception error) when (error is InvalidDataException or TableReadException { InnerException: XmlException })
        {
            // Cut off, most likely: a service that closes the connection without a word can't be told from one that is done.
            throw new RemotePauseException($"An answer of {answer.Address.GetLeftPart(UriPartial.Path)} can't be read: {error.Message}", inner: error);
        }
        catch (TableReadException error)
        {
            throw new IngestException($"An answer of {answer.Address.GetLeftPart(UriPartial.Path)} can't be read: {error.Message}", error);
        }
    }

    private KeyValuePair<string, string>[] Form(string adql, long maximumRows) =>
    [
        new("REQUEST", "doQuery"), new("LANG", "ADQL"), Capabilities.Binary2 is { } type ? new("RESPONSEFORMAT", type) : new("FORMAT", "votable"),
        new("MAXREC", Math.Min(maximumRows, RowLimit).ToString(CultureInfo.InvariantCulture)), new("QUERY", adql),
    ];

    private Uri Below(string path) => new($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");
}
