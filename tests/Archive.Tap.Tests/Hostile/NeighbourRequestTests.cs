using System.Diagnostics;
using System.Text;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Hostile;

/// <summary>What stands around TAP, and uploads: whatever is sent is answered within seconds as its sender's fault, and nothing is given that isn't to be had.</summary>
public sealed class NeighbourRequestTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder folder = new();
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder["products"]);
        await File.WriteAllTextAsync(folder["products/.hidden"], NeighbourRequests.Secret);
        await File.WriteAllTextAsync(folder["secret.txt"], NeighbourRequests.Secret);
        File.CreateSymbolicLink(folder["products/leads-out.fits"], folder["secret.txt"]);
        Directory.CreateSymbolicLink(folder["products/leads-out"], folder[""]);
        server = new RunningServer(new TapOptions { ProductsFolder = folder["products"] });
        await server.InitializeAsync();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task A_malformed_request_is_refused_and_the_next_client_is_served(int seed)
    {
        using var created = await server.Client.PostAsync("/TAP/async", ("QUERY", "SELECT id FROM stars"));
        var location = created.Headers.Location!.ToString();
        var job = location[(location.LastIndexOf('/') + 1)..];
        var requests = new NeighbourRequests(seed);
        var wrong = new List<string>();
        for (var number = 0; number < 320; number++)
        {
            var (kind, bytes, hangsUp) = requests.Next(number, job);
            var since = Stopwatch.StartNew();
            var answer = await RawClient.AskAsync(server.Client.BaseAddress!.Port, bytes, hangsUp);
            var isRefused = RawClient.IsRefusal(answer) || IsRefusedCone(answer) || (hangsUp && answer.Length == 0);
            if (!isRefused || answer.Contains(NeighbourRequests.Secret, StringComparison.Ordinal) || since.Elapsed > Longest)
                wrong.Add($"request {number}, {kind}, after {since.ElapsedMilliseconds} ms:\n{Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 700))}\n=> {answer[..Math.Min(answer.Length, 600)]}");
        }

        Assert.True(wrong.Count == 0, $"Seed {seed}:\n{string.Join("\n\n", wrong)}");
        Assert.Equal("n\r\n11\r\n", await server.Client.GetStringAsync("/TAP/sync?FORMAT=csv&QUERY=select+count(*)+as+n+from+stars"));
        Assert.Equal("PENDING", await server.Client.GetStringAsync(location + "/phase"));
    }

    /// <summary>An upload whose sender falls silent is given up, and told so.</summary>
    [Fact]
    public async Task An_upload_that_never_ends_is_given_up()
    {
        var bytes = RequestBytes.Chunks("/TAP/sync", "multipart/form-data; boundary=B", "20\r\n--B\r\nContent-Disposition: form-");
        Assert.StartsWith("HTTP/1.1 408", await RawClient.AskAsync(server.Client.BaseAddress!.Port, bytes), StringComparison.Ordinal);
    }

    /// <summary>A cone that can't be searched is told under status 200: the clients of that standard look into no other document (Simple Cone Search 1.03, section 2.3).</summary>
    private static bool IsRefusedCone(string answer) => answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && answer.Contains("<INFO ID=\"Error\"", StringComparison.Ordinal);
}
