using System.Diagnostics;
using System.Text;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Hostile;

/// <summary>Whatever is sent is answered within seconds, as its sender's fault and with a word on it, and the next client is served as ever.</summary>
public class MalformedRequestTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_malformed_request_is_refused_and_the_next_client_is_served(int seed)
    {
        using var created = await server.Client.PostAsync("/TAP/async", ("QUERY", "SELECT id FROM stars"));
        var location = created.Headers.Location!.ToString();
        var job = location[(location.LastIndexOf('/') + 1)..];
        var requests = new MalformedRequests(seed);
        var wrong = new List<string>();
        for (var number = 0; number < 320; number++)
        {
            var (kind, bytes) = requests.Next(number, job);
            var since = Stopwatch.StartNew();
            var answer = await RawClient.AskAsync(server.Client.BaseAddress!.Port, bytes);
            if (!RawClient.IsRefusal(answer) || since.Elapsed > Longest) wrong.Add($"request {number}, {kind}, after {since.ElapsedMilliseconds} ms:\n{Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 300))}\n=> {answer[..Math.Min(answer.Length, 600)]}");
        }

        Assert.True(wrong.Count == 0, $"Seed {seed}:\n{string.Join("\n\n", wrong)}");
        Assert.Equal("n\r\n11\r\n", await server.Client.GetStringAsync("/TAP/sync?FORMAT=csv&QUERY=select+count(*)+as+n+from+stars"));
        Assert.Equal("PENDING", await server.Client.GetStringAsync(location + "/phase"));
        await server.Client.DeleteAsync(new Uri(location));
    }

    /// <summary>Who sends half a request and then nothing is told so within seconds, and doesn't hold the connection.</summary>
    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5;ext")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nQUERY\r\n")]
    [InlineData("Content-Length: 100\r\n\r\nQUERY=select")]
    public async Task A_request_that_never_ends_is_given_up(string rest)
    {
        var answer = await RawClient.AskAsync(server.Client.BaseAddress!.Port, Encoding.Latin1.GetBytes($"POST /TAP/sync HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n{rest}"));
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
    }
}
