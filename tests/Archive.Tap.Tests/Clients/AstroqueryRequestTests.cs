using System.Net;
using System.Xml.Linq;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Clients;

/// <summary>The requests that astroquery's TapPlus makes, where it isn't installed, too. Its HTTP follows no redirection and looks at the letters of an answer rather than at its elements.</summary>
public class AstroqueryRequestTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Base = "/tapplus";

    private HttpClient Client => server.Client;

    /// <summary>[Q1] [Q2] [T10] PHASE and its other extras change nothing in /sync; TOP comes with two blanks, in the first SELECT; nothing is packed that wasn't asked for packed.</summary>
    [Theory]
    [InlineData("SELECT TOP 2000  id FROM stars", 11)]
    [InlineData("WITH s AS (SELECT TOP 2000  id FROM stars WHERE id < 4) SELECT id FROM s", 3)]
    public async Task A_query(string adql, int rows)
    {
        using var response = await PostAsync("/sync", ("REQUEST", "doQuery"), ("LANG", "ADQL"), ("FORMAT", "votable"), ("tapclient", "TAP+"), ("PHASE", "RUN"), ("QUERY", adql), ("MAXREC", "2000"), ("jobname", "mine"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal(rows, (await response.XmlAsync()).RowCount());
    }

    /// <summary>[Q3] [U14] [F8] A job runs as soon as it is made; its phase is plain text that is asked for again and again.</summary>
    [Fact]
    public async Task A_job()
    {
        using var created = await PostAsync("/async", ("REQUEST", "doQuery"), ("LANG", "ADQL"), ("FORMAT", "votable"), ("tapclient", "TAP+"), ("PHASE", "RUN"), ("QUERY", "SELECT TOP 2000  id FROM stars"));
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        var location = created.Headers.Location!.ToString();
        var job = $"{Base}/async/{location[(location.LastIndexOf('/') + 1)..]}";
        var phase = "PENDING";
        for (var asked = 0; asked < 40 && phase != "COMPLETED"; asked++)
        {
            using var response = await Client.GetAsync(new Uri(job + "/phase", UriKind.Relative));
            Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
            phase = await response.Content.ReadAsStringAsync();
            Assert.Contains(phase, new[] { "EXECUTING", "COMPLETED" });
            if (phase == "EXECUTING") await Task.Delay(500);
        }

        using var result = await Client.GetAsync(new Uri(job + "/results/result", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, 11), (result.StatusCode, (await result.XmlAsync()).RowCount()));
    }

    /// <summary>[Q5] [F10] [D12] What is wrong is found in the text of the answer, of a query and of a failed job's result.</summary>
    [Fact]
    public async Task What_is_wrong()
    {
        using var refused = await PostAsync("/sync", ("REQUEST", "doQuery"), ("LANG", "ADQL"), ("FORMAT", "csv"), ("PHASE", "RUN"), ("QUERY", "SELECT nosuch FROM stars"));
        using var created = await PostAsync("/async", ("REQUEST", "doQuery"), ("LANG", "ADQL"), ("FORMAT", "csv"), ("PHASE", "RUN"), ("QUERY", "SELECT nosuch FROM stars"));
        using var result = await Client.GetAsync(new Uri(created.Headers.Location + "/results/result"));
        foreach (var answer in new[] { refused, result })
        {
            Assert.InRange((int)answer.StatusCode, 400, 499);
            var text = await answer.Content.ReadAsStringAsync();
            const string begin = "<INFO name=\"QUERY_STATUS\" value=\"ERROR\">";
            var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
            Assert.Contains("nosuch", text[start..text.IndexOf("</INFO>", start, StringComparison.Ordinal)], StringComparison.Ordinal);
        }
    }

    /// <summary>[Q6] [F9] [F7] The prefix uws is looked for by its letters, and tables by a parameter.</summary>
    [Theory]
    [InlineData("/async", "<uws:jobref id=\"tap_", "xlink:href=", "<uws:phase>")]
    [InlineData("/jobs/async", "<uws:jobref id=\"tap_", "xlink:href=", "<uws:phase>")]
    [InlineData("/tables?tables=stars", "<table ", "<name>stars</name>", "esatapplus:flags=\"0\"")]
    public async Task Lists(string path, params string[] contained)
    {
        using var created = await PostAsync("/async", ("LANG", "ADQL"), ("QUERY", "SELECT id FROM stars"));
        var document = await Client.GetStringAsync(new Uri(Base + path, UriKind.Relative));
        Assert.All(contained, text => Assert.Contains(text, document, StringComparison.Ordinal));
        Assert.Contains("<uws:jobId>", await Client.GetStringAsync(created.Headers.Location!), StringComparison.Ordinal);
    }

    /// <summary>[Q7] Jobs go together or not at all: an id that is none keeps the others where they are.</summary>
    [Theory]
    [InlineData("tap_00000000", 404, 2)]
    [InlineData("../../archive.json", 404, 2)]
    [InlineData("", 200, 0)]
    public async Task Several_jobs_are_removed_or_none(string other, int status, int left)
    {
        var ids = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var created = await PostAsync("/async", ("LANG", "ADQL"), ("QUERY", "SELECT id FROM stars"));
            ids.Add(created.Headers.Location!.Segments[^1]);
        }

        using var removed = await PostAsync("/deletejobs", ("JOB_IDS", string.Join(',', ids[0], other, ids[1])));
        Assert.Equal(status, (int)removed.StatusCode);
        var listed = await Client.GetStringAsync(new Uri(Base + "/async", UriKind.Relative));
        Assert.Equal(left, ids.Count(id => listed.Contains(id, StringComparison.Ordinal)));
    }

    /// <summary>[Q7] [U6] To abort is answered as UWS has it, which this client takes for an error; the job is aborted all the same.</summary>
    [Fact]
    public async Task An_abort()
    {
        using var created = await PostAsync("/async", ("LANG", "ADQL"), ("QUERY", AbortTests.Endless), ("PHASE", "RUN"));
        using var aborted = await Client.PostAsync(created.Headers.Location + "/phase", ("PHASE", "ABORT"));
        Assert.Equal(HttpStatusCode.SeeOther, aborted.StatusCode);
        Assert.Equal("ABORTED", await Client.GetStringAsync(created.Headers.Location + "/phase"));
    }

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Base + path) { Content = TapClient.Form(parameters), Headers = { { "Accept", "text/plain" } } };
        return await Client.SendAsync(request);
    }
}
