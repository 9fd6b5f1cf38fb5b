using System.Diagnostics;

namespace Archive.Engine.Tests;

public sealed class InterruptionTests : IDisposable
{
    private const string Endless = "SELECT sum(a.id * b.id) FROM stars AS a, stars AS b, stars AS c, stars AS d, stars AS e, stars AS f, stars AS g, stars AS h, stars AS i, stars AS j, stars AS k";

    private readonly SmallArchive archive = SmallArchive.WithStars();
    private readonly ArchiveEngine engine;

    public InterruptionTests() => engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null, MaximumConcurrentQueries = 2, MaximumWaitingQueries = 1 });

    public void Dispose()
    {
        engine.Dispose();
        archive.Dispose();
    }

    [Fact]
    public async Task A_cancelled_query_ends_within_a_tenth_of_a_second()
    {
        using var cancellation = new CancellationTokenSource();
        using var query = await engine.StartAsync(Endless, cancellation: cancellation.Token);
        var next = Task.Run(query.Next);
        await Task.Delay(200);
        var since = Stopwatch.StartNew();
        await cancellation.CancelAsync();
        var error = await Assert.ThrowsAsync<QueryException>(() => next);
        Assert.Equal(QueryFailure.Interrupted, error.Failure);
        Assert.True(since.ElapsedMilliseconds < 1000, $"it took {since.ElapsedMilliseconds} ms");
    }

    /// <summary>DuckDB looks between chunks only, and here one chunk takes minutes.</summary>
    [Fact]
    public async Task A_cancelled_query_ends_in_the_middle_of_a_chunk()
    {
        var vertices = string.Join(", ", Enumerable.Range(0, 2000).Select(i => FormattableString.Invariant($"{40 + ((10 + (i % 2)) * Math.Cos(i * Math.PI / 1000)):F6}, {(10 + (i % 2)) * Math.Sin(i * Math.PI / 1000):F6}")));
        using var cancellation = new CancellationTokenSource();
        using var query = await engine.StartAsync(
            $"SELECT count(*) FROM stars AS a, stars AS b, stars AS c WHERE 1 = CONTAINS(POLYGON({vertices}, 51 + a.id / 100 + c.id / 7000, 0.01), POLYGON({vertices}, 51 + b.id / 90, 0.02))",
            cancellation: cancellation.Token);
        var next = Task.Run(query.Next);
        await Task.Delay(500);
        Assert.False(next.IsCompleted);
        var since = Stopwatch.StartNew();
        await cancellation.CancelAsync();
        Assert.Equal(QueryFailure.Interrupted, (await Assert.ThrowsAsync<QueryException>(() => next)).Failure);
        Assert.True(since.ElapsedMilliseconds < 3000, $"it took {since.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task After_an_interrupted_query_the_next_one_runs()
    {
        for (var i = 0; i < 20; i++)
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(i));
            try
            {
                using var query = await engine.StartAsync(Endless, cancellation: cancellation.Token);
                query.Next()?.Dispose();
            }
            catch (QueryException error)
            {
                Assert.Equal(QueryFailure.Interrupted, error.Failure);
            }

            Assert.Equal(["11"], await engine.RowsOf("SELECT count(*) FROM stars"));
        }
    }

    [Fact]
    public async Task Queries_beyond_the_places_wait_and_beyond_that_are_refused()
    {
        using var first = await engine.StartAsync("SELECT id FROM stars");
        var second = await engine.StartAsync("SELECT id FROM stars");
        var third = engine.StartAsync("SELECT id FROM stars");
        Assert.False(third.IsCompleted);
        Assert.Equal(QueryFailure.Busy, (await Assert.ThrowsAsync<QueryException>(() => engine.StartAsync("SELECT id FROM stars"))).Failure);
        second.Dispose();
        (await third).Dispose();
    }

    [Theory]
    [InlineData("SELECT CAST(name AS INTEGER) FROM stars", QueryFailure.Evaluation)]
    [InlineData("SELECT EXP(EXP(EXP(EXP(id)))) * SQRT(-1) FROM stars", QueryFailure.Evaluation)]
    public async Task A_value_that_cannot_be_computed_is_the_users_fault(string adql, QueryFailure expected)
    {
        using var query = await engine.StartAsync(adql);
        var error = Assert.Throws<QueryException>(() => Rows.Read(query));
        Assert.Equal((expected, true), (error.Failure, error.IsUsersFault));
    }
}
