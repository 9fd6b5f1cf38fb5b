using System.Net;
using System.Xml.Linq;
using Archive.Catalogue.Tables;
using Archive.Engine;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary><c>ivoa.ObsCore</c> as clients meet it.</summary>
public class ObsCoreTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Query = "SELECT access_url FROM ivoa.obscore WHERE obs_id = 'HI.20090101.00017.fits'";
    private const string Links = "/TAP/links?ID=ivo%3A%2F%2Farchive.local%2Fkoa_hires%3FHI.20090101.00017.fits";

    /// <summary>[R6] [E4] The data model is declared where the table is, in the schema's place before the languages.</summary>
    [Fact]
    public async Task Capabilities_declare_the_data_model()
    {
        var document = XElement.Parse(await server.Client.GetStringAsync("/TAP/capabilities"));
        var model = document.Descendants("dataModel").Single();
        Assert.Equal("ivo://ivoa.net/std/ObsCore#core-1.1", (string?)model.Attribute("ivo-id"));
        Assert.Equal("language", model.ElementsAfterSelf().First().Name.LocalName);
    }

    /// <summary>[R6]</summary>
    [Fact]
    public async Task An_archive_without_observations_declares_none()
    {
        using var archive = new SmallArchive();
        archive.Write(new Table("koa", "sources", [new Column { Name = "id", Type = ColumnType.Int }]) { KeyColumn = "id" }, ("", "SELECT 1::INTEGER AS id"));
        using var engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
        await using var application = TapServer.Create(engine, new TapOptions { Urls = "http://127.0.0.1:0" });
        await application.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        Assert.Empty(XElement.Parse(await client.GetStringAsync("/TAP/capabilities")).Descendants("dataModel"));
        Assert.DoesNotContain("<name>ivoa", await client.GetStringAsync("/TAP/tables"), StringComparison.Ordinal);
        using var response = await client.QueryAsync("SELECT * FROM ivoa.obscore");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    /// <summary>[E4]</summary>
    [Theory]
    [InlineData("archive.example.org", "http://archive.example.org")]
    [InlineData("127.0.0.1:7", "http://127.0.0.1:7")]
    public async Task Access_urls_follow_the_requests_host(string host, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/TAP/sync") { Content = TapClient.Form(("LANG", "ADQL"), ("FORMAT", "csv"), ("QUERY", Query)) };
        request.Headers.Host = host;
        using var response = await server.Client.SendAsync(request);
        Assert.Equal($"access_url\r\n{expected}{Links}\r\n", await response.Content.ReadAsStringAsync());
    }

    /// <summary>[E4]</summary>
    [Fact]
    public async Task Access_urls_of_a_job_are_those_of_whoever_made_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/TAP/async") { Content = TapClient.Form(("LANG", "ADQL"), ("FORMAT", "csv"), ("QUERY", Query), ("PHASE", "RUN")) };
        request.Headers.Host = "archive.example.org";
        using var made = await server.Client.SendAsync(request);
        var job = $"/TAP/async/{made.Headers.Location!.Segments[^1]}";
        Assert.Equal("COMPLETED", XElement.Parse(await server.Client.GetStringAsync($"{job}?WAIT=30")).Elements().Single(element => element.Name.LocalName == "phase").Value);
        Assert.Equal($"access_url\r\nhttp://archive.example.org{Links}\r\n", await server.Client.GetStringAsync($"{job}/results/result"));
    }

    [Fact]
    public async Task A_public_address_goes_before_the_requests()
    {
        await using var behindProxy = new RunningServer(new TapOptions { PublicUrl = "https://archive.example.org/koa" });
        await behindProxy.InitializeAsync();
        Assert.Equal([$"https://archive.example.org/koa{Links}"], await behindProxy.Client.CsvRowsAsync(Query));
    }
}
