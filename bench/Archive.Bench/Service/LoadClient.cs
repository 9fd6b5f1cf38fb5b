using System.Globalization;
using System.Net;

namespace Archive.Bench.Service;

internal enum LoadKind
{
    Cone,
    Count,
    Dump,
    Job,
}

/// <summary>One of the clients of a load: asks one thing after the other, chosen by chance with a seed of its own.</summary>
internal sealed class LoadClient(HttpClient http, int number)
{
    public const string Ok = "ok";

    /// <summary>What a service may say to a client when there are too many of them.</summary>
    public const string ComeBack = "told to come back";

    private static readonly (LoadKind Kind, double Share)[] Shares = [(LoadKind.Cone, 0.80), (LoadKind.Count, 0.12), (LoadKind.Job, 0.07), (LoadKind.Dump, 0.01)];

    private static readonly string[] Formats = ["votable", "votable/b2", "csv"];

    private readonly Random random = new(number);

    public LoadKind NextKind()
    {
        var at = random.NextDouble();
        foreach (var (kind, share) in Shares)
        {
            if ((at -= share) < 0) return kind;
        }

        return LoadKind.Cone;
    }

    /// <returns>What came of it: <see cref="Ok"/>, <see cref="ComeBack"/>, or what went wrong.</returns>
    public async Task<string> AskAsync(LoadKind kind)
    {
        try
        {
            return kind switch
            {
                LoadKind.Cone => await SyncAsync(Cone()),
                LoadKind.Count => await SyncAsync("SELECT progid, COUNT(*) AS n FROM koa_hires GROUP BY progid"),
                LoadKind.Dump => await SyncAsync("SELECT TOP 100000 koaid, ra, dec, utdatetime, frameno, elaptime, sig2nois, progid FROM koa_hires"),
                _ => await JobAsync(),
            };
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return error.Message;
        }
    }

    private string Cone() => string.Create(CultureInfo.InvariantCulture,
        $"SELECT koaid, ra, dec FROM koa_hires WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE({360 * random.NextDouble():F4}, {(100 * random.NextDouble()) - 40:F4}, 1.0))");

    private async Task<string> SyncAsync(string adql)
    {
        using var form = ServiceOptions.Form(("LANG", "ADQL"), ("FORMAT", Formats[random.Next(Formats.Length)]), ("QUERY", adql));
        using var request = new HttpRequestMessage(HttpMethod.Post, "sync") { Content = form };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await response.Content.CopyToAsync(Stream.Null);
        return Outcome(response, HttpStatusCode.OK);
    }

    private async Task<string> JobAsync()
    {
        using var form = ServiceOptions.Form(("LANG", "ADQL"), ("FORMAT", "csv"), ("PHASE", "RUN"), ("QUERY", "SELECT TOP 2000 * FROM koa_hires WHERE progid = 'C307'"));
        using var created = await http.PostAsync("async", form);
        if (Outcome(created, HttpStatusCode.SeeOther) is not Ok and var refused) return refused;
        var job = created.Headers.Location!;
        string phase;
        do
        {
            await http.GetStringAsync(job + "?WAIT=10");
            phase = await http.GetStringAsync(job + "/phase");
        }
        while (phase is "QUEUED" or "EXECUTING");
        using var result = await http.GetAsync(job + "/results/result");
        using var deleted = await http.DeleteAsync(job);
        return phase != "COMPLETED" ? phase : Outcome(result, HttpStatusCode.OK) is not Ok and var lost ? lost : Outcome(deleted, HttpStatusCode.SeeOther);
    }

    private static string Outcome(HttpResponseMessage response, HttpStatusCode expected) =>
        response.StatusCode == expected ? Ok
        : response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null ? ComeBack
        : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}");
}
