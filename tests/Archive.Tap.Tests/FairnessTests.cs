using System.Diagnostics;
using System.Net;
using Archive.Engine;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>However much one client asks, the next one is served. Clients are told apart here by what a trusted proxy says of them.</summary>
public class FairnessTests
{
    [Fact]
    public async Task Sixty_four_endless_queries_of_one_client_do_not_keep_another_waiting()
    {
        await using var server = await StartAsync();
        using var leaving = new CancellationTokenSource();
        var greedy = Enumerable.Range(0, 64).Select(_ => AskAsync(server, "10.0.0.1", "/TAP/sync", leaving.Token, ("QUERY", AbortTests.Endless))).ToList();
        await UntilAsync(() => server.Engine.WaitingQueries >= 61);
        Assert.Equal(3, server.Engine.RunningQueries);
        for (var i = 0; i < 20; i++)
        {
            using var answer = await AskAsync(server, "10.0.0.2", "/TAP/sync", CancellationToken.None, ("QUERY", "SELECT COUNT(*) AS n FROM stars"), ("FORMAT", "csv")).WaitAsync(TimeSpan.FromSeconds(10));
            Assert.Equal("n\r\n11\r\n", await answer.Content.ReadAsStringAsync());
        }

        await leaving.CancelAsync();
        await Task.WhenAll(greedy.Select(async task => await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task)));
        await UntilAsync(() => server.Engine is { RunningQueries: 0, WaitingQueries: 0 });
    }

    [Fact]
    public async Task Two_hundred_jobs_of_one_client_do_not_keep_anothers_job_waiting()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 200; i++) (await RunAsync(server, "10.0.0.1", AbortTests.Endless)).Dispose();
        using (var refused = await RunAsync(server, "10.0.0.1", AbortTests.Endless))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        using var created = await RunAsync(server, "10.0.0.2", "SELECT COUNT(*) FROM stars");
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        Assert.Contains("COMPLETED", await server.Client.GetStringAsync(created.Headers.Location!.AbsolutePath + "?WAIT=10"), StringComparison.Ordinal);
    }

    private static async Task<RunningServer> StartAsync()
    {
        var server = new RunningServer(
            new TapOptions { TrustForwardedHeaders = true, MaximumConcurrentJobs = 3, MaximumJobsPerClient = 2, MaximumQueuedJobs = 264 },
            new EngineOptions { RefreshInterval = null, MaximumConcurrentQueries = 4, MaximumQueriesPerClient = 3 });
        await server.InitializeAsync();
        return server;
    }

    private static Task<HttpResponseMessage> RunAsync(RunningServer server, string client, string adql) => AskAsync(server, client, "/TAP/async", CancellationToken.None, ("QUERY", adql), ("PHASE", "RUN"));

    private static async Task<HttpResponseMessage> AskAsync(RunningServer server, string client, string path, CancellationToken leaving, params (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = TapClient.Form(parameters), Headers = { { "X-Forwarded-For", client } } };
        return await server.Client.SendAsync(request, leaving);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var since = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(20), "What was waited for didn't come.");
            await Task.Delay(5);
        }
    }
}
