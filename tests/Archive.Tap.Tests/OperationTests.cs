using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>What browsers, monitors, proxies and slow networks need.</summary>
public partial class OperationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private HttpClient Client => server.Client;

    /// <summary>[E1]</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/TAP/sync")]
    [InlineData("/TAP/async")]
    [InlineData("/TAP/async/tap_00000000/results/result")]
    [InlineData("/TAP/tables")]
    [InlineData("/TAP/nothing")]
    [InlineData("/health")]
    public async Task A_page_of_another_site_may_ask_each_resource(string path)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, path) { Headers = { { "Origin", "https://elsewhere.example" }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "x-custom" } } };
        using var allowed = await Client.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("*", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("GET", allowed.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Equal("x-custom", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single());
        using var asked = await Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("*", asked.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("X-TAP-Overflow", asked.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
    }

    /// <summary>[V1]</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/TAP/capabilities")]
    [InlineData("/TAP/availability")]
    [InlineData("/TAP/tables")]
    [InlineData("/TAP/tables/stars")]
    [InlineData("/TAP/async")]
    [InlineData("/TAP/sync?FORMAT=csv&QUERY=select+*+from+koa_hires")]
    [InlineData("/health")]
    [InlineData("/metrics")]
    public async Task Head_is_get_without_the_body(string path)
    {
        using var head = await Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        using var get = await Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.ContentTypeText(), head.ContentTypeText());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Health_tells_what_a_monitor_needs()
    {
        using var response = await Client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var health = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(("well", "readable", JsonValueKind.Null), (health.RootElement.GetProperty("status").GetString(), health.RootElement.GetProperty("store").GetString(), health.RootElement.GetProperty("refresh_problem").ValueKind));
        Assert.True(health.RootElement.GetProperty("free_disk_megabytes").GetInt64() > 0);
    }

    [Fact]
    public async Task Metrics_count_requests_rows_and_jobs()
    {
        var before = await MetricsAsync();
        using (var answered = await Client.QueryAsync("SELECT id FROM stars", ("FORMAT", "tsv"))) Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        using (var refused = await Client.QueryAsync("SELECT nosuch FROM stars")) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using (await Client.PostAsync("/TAP/async", ("QUERY", "SELECT id FROM stars"))) { }
        using (var cone = await Client.GetAsync(new Uri("/scs/stars?RA=10&DEC=20&SR=1", UriKind.Relative))) Assert.Equal(HttpStatusCode.OK, cone.StatusCode);
        var after = await MetricsAsync();
        double More(string name) => after[name] - before.GetValueOrDefault(name);
        Assert.Equal(11, More("archive_result_rows_total{format=\"tsv\"}"));
        Assert.Equal(1, More("archive_requests_total{resource=\"/TAP/sync\",status=\"200\"}"));
        Assert.Equal(1, More("archive_requests_total{resource=\"/TAP/sync\",status=\"400\"}"));
        Assert.Equal(2, More("archive_query_seconds_count{resource=\"sync\"}"));
        Assert.Equal(1, More("archive_query_seconds_count{resource=\"scs\"}"));
        Assert.Equal(1, More("archive_jobs{phase=\"PENDING\"}"));
        Assert.True(after["process_working_set_bytes"] > 0 && after.ContainsKey("archive_queries_running") && after["archive_uptime_seconds"] > 0);
    }

    [Fact]
    public async Task Metrics_can_be_turned_off()
    {
        await using var quiet = new RunningServer(new TapOptions { Metrics = false });
        await quiet.InitializeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await quiet.Client.GetAsync(new Uri("/metrics", UriKind.Relative))).StatusCode);
    }

    /// <summary>[J6]</summary>
    [Theory]
    [InlineData(Compression.Always, true)]
    [InlineData(Compression.Remote, false)]
    [InlineData(Compression.Never, false)]
    public async Task An_answer_is_gzipped_for_whom_it_helps(Compression compression, bool isCompressed)
    {
        await using var server = new RunningServer(new TapOptions { Compression = compression });
        await server.InitializeAsync();
        foreach (var format in new[] { "votable", "csv", "tsv", "votable/b2" })
        {
            using var response = await GetGzippedAsync(server.Client, $"/TAP/sync?FORMAT={format}&QUERY=select+koaid,ra+from+koa_hires+order+by+koaid");
            Assert.Equal(isCompressed ? ["gzip"] : [], response.Content.Headers.ContentEncoding);
            var plain = await server.Client.GetByteArrayAsync(new Uri($"/TAP/sync?FORMAT={format}&QUERY=select+koaid,ra+from+koa_hires+order+by+koaid", UriKind.Relative));
            Assert.Equal(plain, await UnzippedAsync(response));
        }

        foreach (var path in new[] { "/TAP/tables", "/TAP/capabilities", "/" })
            Assert.Equal(isCompressed ? ["gzip"] : [], (await GetGzippedAsync(server.Client, path)).Content.Headers.ContentEncoding);
        using var unasked = await server.Client.GetAsync(new Uri("/TAP/tables", UriKind.Relative));
        Assert.Empty(unasked.Content.Headers.ContentEncoding);
    }

    /// <summary>Rows come as they are made, also through gzip.</summary>
    [Fact]
    public async Task A_gzipped_result_streams()
    {
        await using var server = new RunningServer(new TapOptions { Compression = Compression.Always, SyncTimeoutSeconds = 30 });
        await server.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/TAP/sync") { Content = TapClient.Form(("QUERY", AbortTests.EndlessRows), ("FORMAT", "csv")), Headers = { AcceptEncoding = { new("gzip") } } };
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(TimeSpan.FromSeconds(10));
        await using var stream = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        var buffer = new byte[100_000];
        await stream.ReadExactlyAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.StartsWith("koaid,other\r\nHI.", Encoding.ASCII.GetString(buffer), StringComparison.Ordinal);
    }

    /// <summary>[D5] The part of a job's result is a part of the bytes that were counted, also for those who read gzip.</summary>
    [Fact]
    public async Task A_jobs_result_is_sent_as_it_is_kept()
    {
        await using var server = new RunningServer(new TapOptions { Compression = Compression.Always });
        await server.InitializeAsync();
        using var created = await server.Client.PostAsync("/TAP/async", ("QUERY", "SELECT id FROM stars ORDER BY id"), ("FORMAT", "csv"), ("PHASE", "RUN"));
        var job = created.Headers.Location!.ToString();
        await server.Client.GetStringAsync(job + "?WAIT=10");
        using var response = await GetGzippedAsync(server.Client, job + "/results/result");
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.Equal(39, response.Content.Headers.ContentLength);
    }

    /// <summary>[V2]</summary>
    [Theory]
    [InlineData(null, true, "X-Forwarded-Host: archive.example.org|X-Forwarded-Proto: https|X-Forwarded-Prefix: /koa", "https://archive.example.org/koa/TAP")]
    [InlineData(null, true, "X-Forwarded-Host: archive.example.org:8443|X-Forwarded-Proto: https", "https://archive.example.org:8443/TAP")]
    [InlineData(null, false, "X-Forwarded-Host: evil.example.org|X-Forwarded-Proto: https|X-Forwarded-Prefix: /koa", "http://name.example:99/TAP")]
    [InlineData("https://public.example.org/archive/", false, "X-Forwarded-Host: evil.example.org", "https://public.example.org/archive/TAP")]
    [InlineData("https://public.example.org/archive", true, "X-Forwarded-Host: archive.example.org|X-Forwarded-Prefix: /koa", "https://public.example.org/archive/TAP")]
    public async Task Addresses_are_those_by_which_the_client_came(string? publicUrl, bool trust, string headers, string expected)
    {
        await using var server = new RunningServer(new TapOptions { PublicUrl = publicUrl, TrustForwardedHeaders = trust });
        await server.InitializeAsync();
        server.Client.DefaultRequestHeaders.Host = "name.example:99";
        foreach (var header in headers.Split('|')) server.Client.DefaultRequestHeaders.Add(header.Split(": ")[0], header.Split(": ")[1]);
        Assert.Contains($"<accessURL use=\"base\">{expected}</accessURL>", await server.Client.GetStringAsync("/TAP/capabilities"), StringComparison.Ordinal);
        using var created = await server.Client.PostAsync("/TAP/async", ("QUERY", "SELECT id FROM stars"), ("PHASE", "RUN"));
        var location = created.Headers.Location!.ToString();
        Assert.StartsWith(expected + "/async/tap_", location, StringComparison.Ordinal);
        var path = "/TAP/async" + location[location.LastIndexOf('/')..];
        Assert.Contains($"\"{location}/results/result\"", await server.Client.GetStringAsync(path + "?WAIT=10"), StringComparison.Ordinal);
        Assert.Contains($"\"{location}\"", await server.Client.GetStringAsync("/TAP/async"), StringComparison.Ordinal);
        Assert.Equal(location, (await server.Client.PostAsync(path + "/destruction", ("DESTRUCTION", "2099-01-01"))).Headers.Location!.ToString());
        Assert.Equal(expected + "/async", (await server.Client.DeleteAsync(new Uri(path, UriKind.Relative))).Headers.Location!.ToString());
    }

    private async Task<Dictionary<string, double>> MetricsAsync()
    {
        using var response = await Client.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal("text/plain;version=0.0.4;charset=utf-8", response.ContentTypeText());
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToList();
        Assert.All(lines, line => Assert.Matches(Sample(), line));
        return lines.ToDictionary(line => line[..line.LastIndexOf(' ')], line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<HttpResponseMessage> GetGzippedAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("gzip") } } };
        return await client.SendAsync(request);
    }

    private static async Task<byte[]> UnzippedAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await using var stream = response.Content.Headers.ContentEncoding.Count > 0 ? new GZipStream(body, CompressionMode.Decompress) : body;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex("^[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\\})? [-+0-9.eEInfNa]+$")]
    private static partial Regex Sample();
}
