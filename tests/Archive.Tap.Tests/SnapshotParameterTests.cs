using System.Net;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>SNAPSHOT asks a former state of the archive, and each result says of which state it is in the words that SNAPSHOT takes.</summary>
public sealed class SnapshotParameterTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly RunningServer server = new();

    private HttpClient Client => server.Client;

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        server.Archive.Write(SmallArchive.Stars, ("2004-08-25", SmallArchive.SecondNight));
        server.Engine.Refresh();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, "4", "stars:2")]
    [InlineData("stars:1", "11", "stars:1")]
    [InlineData("STARS:1,koa_hires:1", "11", "stars:1")]
    [InlineData("stars:2", "4", "stars:2")]
    [InlineData("2026-01-01", "4", "stars:2")]
    public async Task A_result_can_be_asked_again(string? snapshot, string rows, string told)
    {
        (string, string)[] parameters = snapshot is null ? [] : [("SNAPSHOT", snapshot)];
        using var response = await Client.QueryAsync("SELECT COUNT(*) AS n FROM stars", parameters);
        var document = await response.XmlAsync();
        Assert.Equal(rows, document.Descendants().Single(element => element.Name.LocalName == "TD").Value);
        var named = document.Descendants().Where(element => element.Name.LocalName == "INFO" && (string?)element.Attribute("name") == "snapshot").Select(info => (string)info.Attribute("value")!).ToList();
        Assert.Contains(told, named);
        using var again = await Client.QueryAsync("SELECT COUNT(*) AS n FROM stars", ("SNAPSHOT", string.Join(',', named)), ("FORMAT", "csv"));
        Assert.Equal($"n\r\n{rows}\r\n", await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_job_asks_it_too()
    {
        using var created = await Client.PostAsync("/TAP/async", ("QUERY", "SELECT COUNT(*) AS n FROM stars"), ("FORMAT", "csv"), ("SNAPSHOT", "stars:1"), ("PHASE", "RUN"));
        var job = created.Headers.Location!.ToString();
        await Client.GetStringAsync(job + "?WAIT=20");
        Assert.Equal("n\r\n11\r\n", await Client.GetStringAsync(job + "/results/result"));
    }

    [Theory]
    [InlineData("stars:7", "There is no snapshot 7 of stars: it was pruned, or never was. There are 1, 2.")]
    [InlineData("planets:1", "There is no table 'planets'")]
    [InlineData("yesterday", "SNAPSHOT: 'yesterday' names no snapshot.")]
    public async Task What_is_not_there_is_the_users_fault(string snapshot, string message)
    {
        using var response = await Client.QueryAsync("SELECT id FROM stars", ("SNAPSHOT", snapshot));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await response.ErrorAsync(), StringComparison.Ordinal);
    }
}
