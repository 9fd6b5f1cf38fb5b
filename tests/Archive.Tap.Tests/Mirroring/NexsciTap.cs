using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Archive.DuckDb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Tests.Mirroring;

/// <summary>
/// A service with the habits of nexsciTAP 1.1 in front of Oracle: no VOSI; errors with status 200, their text unescaped; two slashes in a job's address; VOTable 1.3 without units and UCDs, whose dates are
/// text; a TAP_SCHEMA of six columns; a day compared with a text refused; no job deleted. Its queries are answered by DuckDB.
/// </summary>
internal sealed partial class NexsciTap : IAsyncDisposable
{
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(null);
    private readonly WebApplication application;
    private readonly Dictionary<string, IFormCollection> jobs = [];
    private readonly Lock gate = new();
    private int running;

    private NexsciTap(string rows)
    {
        using (var connection = database.Connect())
        {
            connection.Execute("CREATE MACRO to_date(text, format) AS CAST(text AS TIMESTAMP); CREATE MACRO to_char(instant, format) AS strftime(instant, '%Y-%m-%d')");
            connection.Execute($"CREATE TABLE koa_hires AS {rows}");
            connection.Execute("""
                CREATE SCHEMA tap_schema;
                CREATE TABLE tap_schema.tables AS SELECT 'koa' AS schema_name, 'koa_hires' AS table_name, 'HIRES' AS description;
                CREATE TABLE tap_schema.columns AS FROM (VALUES ('koa_hires', 'koaid', 'char', 'Name of the file', '', '32s'), ('koa_hires', 'date_obs', 'date', 'UT date', '', ''), ('koa_hires', 'ra', 'double', 'Right ascension', 'degree', '12.6f'),
                    ('koa_hires', 'dec', 'double', 'Declination', 'degree', '12.6f'), ('koa_hires', 'elaptime', 'integer', 'Exposure', 's', '16d'), ('koa_hires', 'object', 'char', 'Target', '', '68s'), ('koa_hires', 'released', 'date', 'Release', '', ''))
                    t(table_name, column_name, datatype, description, unit, format)
                """);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.Run(AnswerAsync);
    }

    /// <summary>Rows of a result at most, whatever MAXREC says.</summary>
    public int RowLimit { get; init; } = int.MaxValue;

    /// <summary>Answers of 503 that each new job gives before it is made.</summary>
    public int TurnedAway { get; set; }

    /// <summary>Results that break off in the middle.</summary>
    public int BrokenResults { get; set; }

    public bool MakesJobs { get; init; } = true;

    public List<string> UserAgents { get; } = [];

    public int MostAtOnce { get; private set; }

    public Uri Url => new($"{application.Urls.Single()}/TAP");

    public static async Task<NexsciTap> StartAsync(string rows, Action<NexsciTap>? set = null, int rowLimit = int.MaxValue, bool makesJobs = true)
    {
        var service = new NexsciTap(rows) { RowLimit = rowLimit, MakesJobs = makesJobs };
        set?.Invoke(service);
        await service.application.StartAsync();
        return service;
    }

    public void Execute(string sql)
    {
        using var connection = database.Connect();
        connection.Execute(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        database.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        lock (gate)
        {
            UserAgents.Add(context.Request.Headers.UserAgent.ToString());
            MostAtOnce = Math.Max(MostAtOnce, ++running);
        }

        // Counted down before the answer begins: its receiver may send the next request before we are back here.
        context.Response.OnStarting(() =>
        {
            lock (gate) running--;
            return Task.CompletedTask;
        });
        await RouteAsync(context, context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..]);
    }

    private async Task RouteAsync(HttpContext context, string[] path)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        switch (path)
        {
            case ["sync"]:
                await QueryAsync(context.Response, form);
                return;
            case ["async"] when MakesJobs && TurnedAway > 0:
                TurnedAway--;
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = "0";
                return;
            case ["async"] when MakesJobs:
                var id = "tap_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
                lock (gate) jobs[id] = form;
                context.Response.StatusCode = 303;
                context.Response.Headers.Location = $"{context.Request.Scheme}://{context.Request.Host}//TAP/async/{id}";
                await context.Response.WriteAsync("Redirect Location");
                return;
            case ["async", var job, "phase"] when jobs.ContainsKey(job):
                await context.Response.WriteAsync(Failure(jobs[job]["QUERY"]!) is null ? "COMPLETED\n" : "ERROR\n");
                return;
            case ["async", var job, "results", "result"] when jobs.ContainsKey(job):
                await QueryAsync(context.Response, jobs[job]);
                return;
            case ["async", var job, "error"] when jobs.ContainsKey(job):
                await context.Response.WriteAsync($"<uws:job xmlns:uws=\"http://www.ivoa.net/xml/UWS/v1.0\"><uws:errorSummary type=\"transient\" hasDetail=\"true\"><uws:message>{Failure(jobs[job]["QUERY"]!)}</uws:message></uws:errorSummary></uws:job>");
                return;
            case ["async", var job] when jobs.ContainsKey(job):
                await context.Response.WriteAsync($"<uws:job xmlns:uws=\"http://www.ivoa.net/xml/UWS/v1.0\"><uws:jobId>{job}</uws:jobId></uws:job>");
                return;
            default:
                await ErrorAsync(context.Response, "Failed to find PATH_INFO(e.g. sync, async) in URL.");
                return;
        }
    }

    private async Task QueryAsync(HttpResponse response, IFormCollection form)
    {
        var query = form["QUERY"].ToString();
        if (form["FORMAT"] != "votable") await ErrorAsync(response, $"Response format({form["FORMAT"]}) must be: votable, ipac, csv, or tsv");
        else if (Failure(query) is { } failure) await ErrorAsync(response, failure);
        else await ResultAsync(response, Run(query), Math.Min(RowLimit, int.Parse(form["MAXREC"]!, CultureInfo.InvariantCulture)));
    }

    private string? Failure(string query)
    {
        if (DayAgainstText().IsMatch(query)) return $"Input query [{query}] syntax error: ORA-01861: literal does not match format string";
        try
        {
            Run(query);
            return null;
        }
        catch (DuckDbException error)
        {
            return $"Input query [{query}] syntax error: ORA-00904: {error.Message}";
        }
    }

    private (List<(string Name, string Type)> Columns, List<string?[]> Rows) Run(string query)
    {
        query = Top().Replace(query, "SELECT ") + (Top().Match(query) is { Success: true } top ? $" LIMIT {top.Groups[1].Value}" : "");
        using var connection = database.Connect();
        connection.Execute($"CREATE OR REPLACE TEMP TABLE answer AS {query}");
        var columns = Rows(connection, "SELECT column_name, column_type FROM (DESCRIBE answer)").ConvertAll(row => (row[0]!, row[1]!));
        return (columns, Rows(connection, "SELECT COLUMNS(*)::VARCHAR FROM answer"));
    }

    private static List<string?[]> Rows(DuckDbConnection connection, string sql)
    {
        using var result = connection.Query(sql);
        List<string?[]> rows = [];
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) rows.Add([.. Enumerable.Range(0, chunk.ColumnCount).Select(column => chunk.Column(column).Text(row))]);
            }
        }

        return rows;
    }

    private async Task ResultAsync(HttpResponse response, (List<(string Name, string Type)> Columns, List<string?[]> Rows) result, int limit)
    {
        response.ContentType = "text/xml";
        var document = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE version=\"1.3\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n<RESOURCE type=\"results\">\n");
        document.Append(CultureInfo.InvariantCulture, $"<INFO name=\"QUERY_STATUS\" value=\"{(result.Rows.Count >= limit ? "OVERFLOW" : "OK")}\"/>\n<TABLE>\n");
        foreach (var (name, type) in result.Columns)
        {
            var datatype = type is "DOUBLE" ? "datatype=\"double\"" : type.Contains("INT", StringComparison.Ordinal) ? "datatype=\"int\"" : "datatype=\"char\" arraysize=\"*\"";
            document.Append(CultureInfo.InvariantCulture, $"<FIELD ID=\"{name.ToLowerInvariant()}\" name=\"{name.ToLowerInvariant()}\" {datatype}/>\n");
        }

        if (result.Rows.Count > 0) document.Append("<DATA>\n<TABLEDATA>\n");
        foreach (var row in result.Rows.Take(limit))
        {
            document.Append("<TR>\n");
            for (var column = 0; column < row.Length; column++) document.Append(CultureInfo.InvariantCulture, $"<TD>{Cell(row[column], result.Columns[column].Type)}</TD>\n");
            document.Append("</TR>\n");
        }

        if (result.Rows.Count > 0) document.Append("</TABLEDATA>\n</DATA>\n");
        var text = document.Append("</TABLE>\n</RESOURCE>\n</VOTABLE>\n").ToString();
        if (result.Rows.Count > 5 && BrokenResults > 0)
        {
            BrokenResults--;
            text = text[..(text.Length / 2)];
        }

        await response.WriteAsync(text);
    }

    /// <summary>A date that is null is the word that Python has for it.</summary>
    private static string Cell(string? value, string type) =>
        type.Contains("TIMESTAMP", StringComparison.Ordinal) ? $"<![CDATA[{value ?? "None"}]]>" : type == "VARCHAR" && value is not null ? $"<![CDATA[{value}]]>" : value ?? "";

    private static Task ErrorAsync(HttpResponse response, string message)
    {
        response.ContentType = "text/xml";
        return response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n<RESOURCE type=\"results\">\n<INFO name=\"QUERY_STATUS\" value=\"ERROR\">{message}</INFO>\n</RESOURCE>\n</VOTABLE>\n");
    }

    [GeneratedRegex(@"date_obs\s*[<>]=?\s*'")]
    private static partial Regex DayAgainstText();

    [GeneratedRegex(@"^SELECT\s+TOP\s+(\d+)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Top();
}
