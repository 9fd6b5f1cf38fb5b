using System.Diagnostics;
using System.Net;
using System.Text;
using Archive.Engine;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>What a query holds is free again when its client is gone or its time is over.</summary>
public class AbortTests
{
    /// <summary>Takes far longer than any test may: five thousand to the fourth combinations of rows.</summary>
    public const string Endless = "SELECT COUNT(*) FROM koa_hires AS a, koa_hires AS b, koa_hires AS c, koa_hires AS d WHERE a.sig2nois + b.sig2nois + c.sig2nois + d.sig2nois < 0";

    public const string EndlessRows = "SELECT a.koaid, b.koaid AS other FROM koa_hires AS a, koa_hires AS b, koa_hires AS c";

    private static readonly EngineOptions OneAtATime = new() { RefreshInterval = null, MaximumConcurrentQueries = 1, MaximumWaitingQueries = 0 };

    [Theory]
    [InlineData(Endless)]
    [InlineData(EndlessRows)]
    public async Task A_client_that_goes_away_frees_its_place(string adql)
    {
        await using var server = await StartAsync(new TapOptions());
        using (var leaving = new CancellationTokenSource())
        {
            var asking = AskAsync(server, adql, leaving.Token);
            await UntilAsync(async () =>
            {
                // The count itself may have been in the place when the query came.
                if (asking is { IsCompletedSuccessfully: true, Result.StatusCode: HttpStatusCode.ServiceUnavailable }) asking = AskAsync(server, adql, leaving.Token);
                return await StatusOfCountAsync(server) == HttpStatusCode.ServiceUnavailable;
            });
            await leaving.CancelAsync();
            try
            {
                (await asking).Dispose();
            }
            catch (OperationCanceledException)
            {
                // The one that was still waiting for its first row.
            }
        }

        await UntilAsync(async () => await StatusOfCountAsync(server) == HttpStatusCode.OK);
    }

    /// <summary>[P6] [D12]</summary>
    [Fact]
    public async Task A_busy_service_says_when_to_come_back()
    {
        await using var server = await StartAsync(new TapOptions());
        using var job = await server.Client.PostAsync("/TAP/async", ("QUERY", Endless), ("PHASE", "RUN"));
        HttpResponseMessage? refused = null;
        await UntilAsync(async () =>
        {
            refused = await server.Client.QueryAsync("SELECT COUNT(*) FROM stars");
            return refused.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        Assert.NotNull(refused!.Headers.RetryAfter);
        Assert.NotEmpty(await refused.ErrorAsync());
    }

    /// <summary>[D12]</summary>
    [Fact]
    public async Task A_query_that_takes_too_long_is_told_so()
    {
        await using var server = await StartAsync(new TapOptions { SyncTimeoutSeconds = 1 });
        using var response = await server.Client.QueryAsync(Endless);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("longer than the 1 s that /sync grants", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    /// <summary>[D6]</summary>
    [Fact]
    public async Task A_result_that_is_cut_short_says_so_at_its_end_or_breaks_off()
    {
        await using var server = await StartAsync(new TapOptions { SyncTimeoutSeconds = 1 });
        var end = await EndAsync(server, "votable");
        Assert.Contains("send it to /async.</INFO>\n</RESOURCE>\n", end, StringComparison.Ordinal);
        Assert.EndsWith("</RESOURCE>\n</VOTABLE>\n", end, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<IOException>(() => EndAsync(server, "csv"));
    }

    private static async Task<RunningServer> StartAsync(TapOptions options)
    {
        var server = new RunningServer(options, OneAtATime);
        await server.InitializeAsync();
        return server;
    }

    /// <summary>The last characters of a result that is too long to be kept.</summary>
    private static async Task<string> EndAsync(RunningServer server, string format)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/TAP/sync") { Content = TapClient.Form(("QUERY", EndlessRows), ("FORMAT", format)) };
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        var end = "";
        for (var count = await stream.ReadAsync(buffer); count > 0; count = await stream.ReadAsync(buffer))
        {
            end += Encoding.ASCII.GetString(buffer, 0, count);
            end = end[Math.Max(0, end.Length - 2000)..];
        }

        return end;
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningServer server, string adql, CancellationToken leaving)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/TAP/sync") { Content = TapClient.Form(("QUERY", adql), ("FORMAT", "csv")) };
        return await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaving);
    }

    private static async Task<HttpStatusCode> StatusOfCountAsync(RunningServer server)
    {
        using var response = await server.Client.QueryAsync("SELECT COUNT(*) FROM stars");
        return response.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "What was waited for didn't come.");
            await Task.Delay(20);
        }
    }
}
