using System.Net;
using Archive.Tap.Tests.Serving;
using Microsoft.Extensions.Time.Testing;

namespace Archive.Tap.Tests;

/// <summary>Tables that are fetched from where UPLOAD says (TAP 1.1, section 2.7.5.1), from this machine and nowhere else.</summary>
public sealed class UploadAddressTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private TableSource source = null!;
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        source = await TableSource.StartAsync();
        server = new RunningServer(new TapOptions { MaximumUploadMegabytes = 1 }, time: time);
        await server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await source.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData("/table.vot")]
    [InlineData("/once")]
    public async Task A_table_is_fetched(string path) =>
        Assert.Equal(["one", "two"], await server.Client.CsvRowsAsync("SELECT m.word FROM stars AS s JOIN TAP_UPLOAD.mine AS m ON m.n = s.id ORDER BY m.n", ("UPLOAD", "mine," + source.Url + path)));

    /// <summary>The one that is fetched and the one that came along are joined, and a job fetches as a query does.</summary>
    [Fact]
    public async Task A_job_fetches_a_table()
    {
        using var created = await server.Client.PostAsync(new Uri("/TAP/async", UriKind.Relative), UploadForm.Of(
            "SELECT a.word FROM TAP_UPLOAD.a AS a JOIN TAP_UPLOAD.b AS b ON a.n = b.n", [("FORMAT", "csv"), ("UPLOAD", $"b,{source.Url}/table.vot"), ("PHASE", "RUN")], [("a", System.Text.Encoding.UTF8.GetBytes(UploadForm.Votable("2 zwei")))]));
        var job = created.Headers.Location!.AbsolutePath;
        await server.Client.GetStringAsync(job + "?WAIT=10");
        Assert.Equal("word\r\nzwei\r\n", await server.Client.GetStringAsync(job + "/results/result"));
    }

    [Theory]
    [InlineData("/none", "the answer was 404")]
    [InlineData("/error", "the answer was 500")]
    [InlineData("/round", "too many redirections")]
    [InlineData("/away", "aren't fetched from http://198.51.100.7")]
    [InlineData("/file", "aren't fetched from file:")]
    [InlineData("/large", "larger than 1 MB, the limit MaximumUploadMegabytes")]
    [InlineData("/cut", "can't be fetched")]
    public async Task What_cannot_be_fetched_is_told(string path, string contained)
    {
        using var response = await server.Client.QueryAsync("SELECT * FROM TAP_UPLOAD.mine", ("UPLOAD", "mine," + source.Url + path));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var message = await response.ErrorAsync();
        Assert.Contains("UPLOAD mine", message, StringComparison.Ordinal);
        Assert.Contains(contained, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_told()
    {
        var url = source.Url;
        await source.DisposeAsync();
        using var response = await server.Client.QueryAsync("SELECT * FROM TAP_UPLOAD.mine", ("UPLOAD", $"mine,{url}/table.vot"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("can't be fetched", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_never_answers_is_given_up()
    {
        var asking = server.Client.QueryAsync("SELECT * FROM TAP_UPLOAD.mine", ("UPLOAD", $"mine,{source.Url}/silent"));
        await source.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        using var response = await asking;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("it took longer than 60 s", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    /// <summary>The query's own deadline counts the fetching, too.</summary>
    [Fact]
    public async Task The_deadline_of_sync_counts_the_fetching()
    {
        await using var hasty = new RunningServer(new TapOptions { SyncTimeoutSeconds = 1 });
        await hasty.InitializeAsync();
        using var response = await hasty.Client.QueryAsync("SELECT * FROM TAP_UPLOAD.mine", ("UPLOAD", $"mine,{source.Url}/silent"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("longer than the 1 s that /sync grants", await response.ErrorAsync(), StringComparison.Ordinal);
    }
}
