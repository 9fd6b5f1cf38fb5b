using System.Net;
using System.Text;
using System.Xml.Linq;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Clients;

/// <summary>The requests that PyVO makes, one after the other as it makes them, where it isn't installed, too.</summary>
public class PyvoRequestTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Table = """
        <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE><FIELD name="n" datatype="int"/><DATA><TABLEDATA><TR><TD>2</TD></TR><TR><TD>3</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
        """;

    private static readonly XNamespace Uws = "http://www.ivoa.net/xml/UWS/v1.0";

    private HttpClient Client => server.Client;

    /// <summary>[P2] [F2] [T15] [D6] A search names no format and gets VOTable 1.4, with its status in front of the table.</summary>
    [Theory]
    [InlineData("SELECT id FROM stars", "7", 200, "OVERFLOW")]
    [InlineData("SELECT id FROM stars", "11", 200, "OK")]
    [InlineData("SELECT nosuch FROM stars", "7", 400, "ERROR")]
    public async Task A_search(string adql, string maximumRows, int status, string queryStatus)
    {
        using var response = await Client.PostAsync("/TAP/sync", ("REQUEST", "doQuery"), ("LANG", "ADQL"), ("MAXREC", maximumRows), ("QUERY", adql));
        var document = await response.XmlAsync();
        Assert.Equal((status, (queryStatus, null)), ((int)response.StatusCode, document.QueryStatus()));
        Assert.Equal("1.4", (string?)document.Attribute("version"));
    }

    /// <summary>[P3] [P4] [F8] A job is made, looked at, changed, run, waited for, fetched and deleted; when RUN was answered it isn't PENDING any more.</summary>
    [Fact]
    public async Task A_job()
    {
        using var created = await Client.PostAsync("/TAP/async", ("REQUEST", "doQuery"), ("LANG", "ADQL"), ("QUERY", "SELECT id FROM stars ORDER BY id"));
        var job = created.Headers.Location!.ToString();
        Assert.Equal("PENDING", await PhaseAsync(job));
        Assert.Equal("SELECT id FROM stars ORDER BY id", (await JobAsync(job)).Descendants(Uws + "parameter").Single(parameter => ((string)parameter.Attribute("id")!).Equals("query", StringComparison.OrdinalIgnoreCase)).Value);
        await FollowAsync(await Client.PostAsync(job + "/executionduration", ("EXECUTIONDURATION", "30")));
        await FollowAsync(await Client.PostAsync(job + "/destruction", ("DESTRUCTION", DateTime.UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture))));
        await FollowAsync(await Client.PostAsync(job + "/phase", ("PHASE", "RUN")));
        Assert.Contains(await PhaseAsync(job), new[] { "QUEUED", "EXECUTING", "COMPLETED" });
        Assert.Equal("COMPLETED", await PhaseAsync(job + "?WAIT=-1"));
        var result = (await JobAsync(job)).Descendants(Uws + "result").Select(reference => (string)reference.Attribute(XName.Get("href", "http://www.w3.org/1999/xlink"))!).Single(address => address.EndsWith("results/result", StringComparison.Ordinal));
        Assert.Equal(11, XElement.Parse(await Client.GetStringAsync(result)).RowCount());
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.DeleteAsync(new Uri(job))).StatusCode);
    }

    /// <summary>[P5] [T18] [T19] A table that goes by an address is fetched, here from this service itself; several UPLOADs are one list.</summary>
    [Fact]
    public async Task A_table_by_its_address_and_another_as_a_part()
    {
        var address = server.Url + "/sync?QUERY=" + Uri.EscapeDataString("SELECT id, name FROM stars WHERE id < 3");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("doQuery"), "REQUEST" },
            { new StringContent("ADQL"), "LANG" },
            { new StringContent("csv"), "FORMAT" },
            { new StringContent("SELECT a.id, b.n FROM TAP_UPLOAD.a AS a LEFT JOIN TAP_UPLOAD.b AS b ON a.id = b.n ORDER BY a.id"), "QUERY" },
            { new StringContent("a," + address), "UPLOAD" },
            { new StringContent("b,param:b"), "UPLOAD" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Table)), "b", "b" },
        };
        using var response = await Client.PostAsync(new Uri("/TAP/sync", UriKind.Relative), form);
        Assert.Equal("id,n\r\n1,\r\n2,2\r\n", await response.Content.ReadAsStringAsync());
    }

    /// <summary>[P4] [D2] [D10] A table is added to a job that waits to be run.</summary>
    [Fact]
    public async Task A_table_for_a_job_that_is_there()
    {
        using var created = await Client.PostAsync("/TAP/async", ("LANG", "ADQL"), ("QUERY", "SELECT COUNT(*) AS n FROM TAP_UPLOAD.t"), ("FORMAT", "csv"));
        var job = created.Headers.Location!.ToString();
        using var form = new MultipartFormDataContent { { new StringContent("t,param:t"), "UPLOAD" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(Table)), "t", "t" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.PostAsync(new Uri(job + "/parameters"), form)).StatusCode);
        await FollowAsync(await Client.PostAsync(job + "/phase", ("PHASE", "RUN")));
        Assert.Equal("COMPLETED", await PhaseAsync(job + "?WAIT=30"));
        Assert.Equal("n\r\n2\r\n", await Client.GetStringAsync(job + "/results/result"));
    }

    /// <summary>[P6] [U1] The list of jobs, by phases, number and an instant with microseconds.</summary>
    [Fact]
    public async Task The_list_of_jobs()
    {
        using var created = await Client.PostAsync("/TAP/async", ("LANG", "ADQL"), ("QUERY", "SELECT 1"));
        var id = created.Headers.Location!.Segments[^1];
        Assert.Equal([id], await ListAsync("PHASE=PENDING&PHASE=EXECUTING&LAST=1&AFTER=2020-01-01T00:00:00.000000Z"));
        Assert.Empty(await ListAsync("PHASE=PENDING&AFTER=2120-01-01T00:00:00.000000Z"));
    }

    private async Task<List<string>> ListAsync(string filter) =>
        [.. XElement.Parse(await Client.GetStringAsync("/TAP/async?" + filter)).Elements(Uws + "jobref").Select(reference => (string)reference.Attribute("id")!)];

    private async Task<XElement> JobAsync(string address) => XElement.Parse(await Client.GetStringAsync(address));

    private async Task<string> PhaseAsync(string address) => (await JobAsync(address)).Element(Uws + "phase")!.Value;

    /// <summary>Goes where a change sends its client.</summary>
    private async Task FollowAsync(HttpResponseMessage change)
    {
        using (change)
        {
            Assert.Equal(HttpStatusCode.SeeOther, change.StatusCode);
            await JobAsync(change.Headers.Location!.ToString());
        }
    }
}
