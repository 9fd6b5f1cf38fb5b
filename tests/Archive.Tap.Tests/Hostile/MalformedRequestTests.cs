using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Hostile;

/// <summary>Whatever is sent is answered within seconds, as its sender's fault and with a word on it, and the next client is served as ever.</summary>
public partial class MalformedRequestTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

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
            var answer = await AskAsync(bytes);
            if (!IsRefusal(answer) || since.Elapsed > Longest) wrong.Add($"request {number}, {kind}, after {since.ElapsedMilliseconds} ms:\n{Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 300))}\n=> {answer[..Math.Min(answer.Length, 600)]}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
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
        var answer = await AskAsync(Encoding.Latin1.GetBytes($"POST /TAP/sync HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n{rest}"));
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
    }

    /// <summary>A status of 4xx and the error's document; what isn't HTTP, or another version of it, Kestrel refuses itself, without a body.</summary>
    private static bool IsRefusal(string answer) => answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal) || (
        answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) && (answer.Contains("value=\"ERROR\">", StringComparison.Ordinal) || answer.Contains("Content-Length: 0\r\n", StringComparison.Ordinal)));

    private static bool IsComplete(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end >= 0 && ContentLength().Match(answer) is { Success: true } length && answer.Length - end - 4 >= int.Parse(length.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("Content-Length: ([0-9]+)")]
    private static partial Regex ContentLength();

    /// <summary>The answer to some bytes after which nothing more is sent.</summary>
    private async Task<string> AskAsync(byte[] request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port, patience.Token);
        var stream = socket.GetStream();
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            var buffer = new byte[1 << 16];
            for (var count = await stream.ReadAsync(buffer, patience.Token); count > 0 && !IsComplete(answer.Append(Encoding.Latin1.GetString(buffer, 0, count)).ToString()); count = await stream.ReadAsync(buffer, patience.Token))
            {
                // Goes on until the answer is whole.
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The server hung up before it had read all, or lets us wait; what came before counts.
        }

        return answer.ToString();
    }
}
