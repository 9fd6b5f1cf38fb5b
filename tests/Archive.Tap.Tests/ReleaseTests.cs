using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Archive.Engine;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>How soon the engine's place is free: a tenth of a second after the client went away or aborted its job. The median of several, since the test's machine has other work, too.</summary>
public sealed class ReleaseTests : IAsyncLifetime, IAsyncDisposable
{
    private const int Trials = 7;

    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(100);

    private readonly RunningServer server = new(new TapOptions(), new EngineOptions { RefreshInterval = null, MaximumConcurrentQueries = 1, MaximumWaitingQueries = 0 });

    public Task InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>[U10] [F8] From the POST to the place being free.</summary>
    [Theory]
    [InlineData(AbortTests.Endless)]
    [InlineData(AbortTests.EndlessRows)]
    public async Task An_aborted_job_frees_its_place_within_a_tenth_of_a_second(string adql) => await MeasureAsync(async () =>
    {
        using var created = await server.Client.PostAsync("/TAP/async", ("QUERY", adql), ("PHASE", "RUN"));
        var job = created.Headers.Location!;
        await UntilRunningAsync(1);
        await Task.Delay(100);
        var since = Stopwatch.GetTimestamp();
        var abort = server.Client.PostAsync(job + "/phase", ("PHASE", "ABORT"));
        await UntilRunningAsync(0);
        var freed = Stopwatch.GetElapsedTime(since);
        Assert.Equal(HttpStatusCode.SeeOther, (await abort).StatusCode);
        Assert.Equal("ABORTED", await server.Client.GetStringAsync(job + "/phase"));
        return freed;
    });

    /// <summary>While it waits for the first row, and in the middle of rows that it doesn't read.</summary>
    [Theory]
    [InlineData(AbortTests.Endless, false)]
    [InlineData(AbortTests.EndlessRows, true)]
    public async Task A_client_that_goes_away_frees_its_place_within_a_tenth_of_a_second(string adql, bool isStreaming) => await MeasureAsync(async () =>
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /TAP/sync?FORMAT=csv&QUERY={Uri.EscapeDataString(adql)} HTTP/1.1\r\nHost: x\r\n\r\n"));
        await UntilRunningAsync(1);
        if (isStreaming) await socket.GetStream().ReadExactlyAsync(new byte[100_000]);
        await Task.Delay(100);
        var since = Stopwatch.GetTimestamp();
        socket.Dispose();
        await UntilRunningAsync(0);
        return Stopwatch.GetElapsedTime(since);
    });

    private static async Task MeasureAsync(Func<Task<TimeSpan>> trial)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < Trials; i++) times.Add(await trial());
        times.Sort();
        Assert.True(times[Trials / 2] < Bound, $"It took {string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:F0}"))} ms.");
    }

    private async Task UntilRunningAsync(int count)
    {
        var since = Stopwatch.StartNew();
        while (server.Engine.RunningQueries != count)
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(20), $"The engine didn't come to {count} queries.");
            await Task.Delay(1);
        }
    }
}
