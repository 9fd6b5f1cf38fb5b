using System.Collections.Concurrent;
using System.Diagnostics;
using Archive.Tap.Tests.Serving;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Tests;

/// <summary>Each query is one entry of the log, whatever came of it.</summary>
public sealed class LogTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly RunningServer server = new(new TapOptions { LogLevel = LogLevel.Information });

    private static readonly string[] Stages = ["WaitMilliseconds", "TranslateMilliseconds", "FirstRowsMilliseconds", "WriteMilliseconds"];

    public Task InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>[T24] What was asked by whom, what came of it, and the milliseconds of each stage.</summary>
    [Fact]
    public async Task A_query_is_one_line_with_the_time_of_each_stage()
    {
        using var entries = new CollectedEntries();
        server.LogTo(entries);
        using var answered = await server.Client.QueryAsync("SELECT id\nFROM stars\r\n-- asked: first", ("FORMAT", "csv"), ("RUNID", "my run"));
        var bytes = (await answered.Content.ReadAsByteArrayAsync()).Length;
        var entry = await entries.OnlyAsync("asked: first");
        Assert.Equal(("sync", 200, "my run", "csv", 11L, (long)bytes, false, ""), (entry["Resource"], entry["Status"], entry["RunId"], entry["Format"], entry["Rows"], entry["Bytes"], entry["IsOverflow"], entry["Problem"]));
        Assert.Equal("127.0.0.1", entry["Client"]);
        var stages = Stages.Select(stage => (double)entry[stage]!).ToList();
        Assert.All(stages, milliseconds => Assert.True(milliseconds >= 0));
        Assert.True(stages[1] > 0 && stages[2] > 0);
        // Each is rounded to a hundredth.
        Assert.InRange((double)entry["TotalMilliseconds"]!, stages.Sum() - 0.05, stages.Sum() + 0.05);
        Assert.DoesNotContain('\n', (string)entry["Line"]!);
        Assert.DoesNotContain('\r', (string)entry["Line"]!);
        Assert.Contains("query=\"SELECT id FROM stars  -- asked: first\"", (string)entry["Line"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_of_a_query_is_told()
    {
        using var entries = new CollectedEntries();
        server.LogTo(entries);
        using (await server.Client.QueryAsync("SELECT nosuch FROM stars -- refused")) { }
        using (await server.Client.QueryAsync("SELECT id FROM stars -- cut", ("MAXREC", "2"))) { }
        using var created = await server.Client.PostAsync("/TAP/async", ("QUERY", "SELECT id FROM stars -- later"), ("PHASE", "RUN"));
        using (await server.Client.GetAsync(new Uri("/scs/stars?RA=10&DEC=-2&SR=0.03125", UriKind.Relative))) { }
        var refused = await entries.OnlyAsync("-- refused");
        Assert.Equal(("sync", 400, 0L), (refused["Resource"], refused["Status"], refused["Rows"]));
        Assert.Contains("nosuch", (string)refused["Problem"]!, StringComparison.Ordinal);
        var cut = await entries.OnlyAsync("-- cut");
        Assert.Equal((200, 2L, true), (cut["Status"], cut["Rows"], cut["IsOverflow"]));
        var job = await entries.OnlyAsync("-- later");
        Assert.Equal((created.Headers.Location!.Segments[^1], 200, 11L), (job["Resource"], job["Status"], job["Rows"]));
        var cone = await entries.OnlyAsync("0.03125");
        Assert.Equal(("scs", 200, 1L), (cone["Resource"], cone["Status"], cone["Rows"]));
    }

    /// <summary>Keeps what is logged of queries: their values by name, and the text as <c>Line</c>.</summary>
    private sealed class CollectedEntries : ILoggerProvider, ILogger
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        private readonly ConcurrentQueue<Dictionary<string, object?>> entries = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name != "QueryEnded" || state is not IEnumerable<KeyValuePair<string, object?>> values) return;
            var entry = values.ToDictionary(value => value.Key, value => value.Value);
            entry["Line"] = formatter(state, exception);
            entries.Enqueue(entry);
        }

        /// <summary>The entry of the query that has a text. It may come when its answer is there already.</summary>
        public async Task<Dictionary<string, object?>> OnlyAsync(string text)
        {
            var since = Stopwatch.StartNew();
            while (!entries.Any(HasText))
            {
                Assert.True(since.Elapsed < Patience, $"No entry has '{text}'.");
                await Task.Delay(10);
            }

            return Assert.Single(entries, HasText);

            bool HasText(Dictionary<string, object?> entry) => ((string)entry["Query"]!).Contains(text, StringComparison.Ordinal);
        }

        public void Dispose()
        {
            // Nothing is open; the server goes on to tell it until it stops.
        }
    }
}
