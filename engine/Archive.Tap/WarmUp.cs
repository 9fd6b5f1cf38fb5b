using System.Net;
using System.Net.Sockets;
using Archive.Catalogue.Tables;
using Archive.Engine;
using Archive.Formats;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;

namespace Archive.Tap;

/// <summary>
/// Asks a server that has just started small queries, as a client would, and drops the answers: so the runtime has compiled their whole way, and compiled it
/// well, before the first client comes.
/// </summary>
public static class WarmUp
{
    /// <summary>What was called 30 times the runtime compiles with care.</summary>
    private const int Rounds = 40;

    /// <param name="engine">Says which tables there are.</param>
    /// <param name="url">Address that the server listens on, as it tells it itself.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>How many queries were answered with a result: fewer than were to be asked where the server was stopped or can't be reached.</returns>
    public static async Task<int> RunAsync(ArchiveEngine engine, string url, CancellationToken cancellation)
    {
        var answered = 0;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return answered;
        var host = IPAddress.TryParse(address.Host, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)) ? "localhost" : address.Host;
        var sync = new UriBuilder(address) { Host = host, Path = ServiceAddress.BasePath + "/sync" }.Uri;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        client.DefaultRequestHeaders.ConnectionClose = true;
        var queries = Queries(engine);
        try
        {
            for (var question = 0; question < Rounds * ResultFormats.All.Length; question++)
            {
                using var form = new FormUrlEncodedContent(
                [
                    new("LANG", "ADQL"), new("MAXREC", "10"), new("FORMAT", ResultFormats.All[question % ResultFormats.All.Length].Name), new("QUERY", queries[question % queries.Length]),
                ]);
                using var response = await client.PostAsync(sync, form, cancellation);
                if (response.IsSuccessStatusCode) answered++;
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException or SocketException)
        {
            // The server answers its clients without it, only more slowly at first.
        }

        return answered;
    }

    private static string[] Queries(ArchiveEngine engine)
    {
        const string count = "SELECT COUNT(*) AS n FROM TAP_SCHEMA.columns";
        const string columns = "SELECT table_name, column_name, principal FROM TAP_SCHEMA.columns WHERE column_name LIKE '%a%' AND principal = 1 ORDER BY column_name";
        return engine.Current.Tables.Tables.FirstOrDefault(table => table.Position is not null) is { Position: { } position } table
            ? [count, columns, Cone(table, AdqlText.Name(position.RightAscension), AdqlText.Name(position.Declination)), count, columns]
            : [count, columns, count, columns, count];
    }

    private static string Cone(Table table, string ra, string dec) =>
        $"SELECT {ra}, {dec} FROM {AdqlText.Name(table)} WHERE 1 = CONTAINS(POINT({ra}, {dec}), CIRCLE(150, 20, 0.5))";
}
