using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>The life of a job (UWS 1.1; TAP 1.1, section 2.2).</summary>
public class JobTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly XNamespace Uws = "http://www.ivoa.net/xml/UWS/v1.0";
    private static readonly XNamespace SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    private HttpClient Client => server.Client;

    [Fact]
    public async Task A_job_is_made_run_fetched_and_deleted()
    {
        using var created = await Client.PostAsync("/TAP/async", ("LANG", "ADQL"), ("QUERY", "SELECT id FROM stars ORDER BY id"), ("FORMAT", "csv"), ("RUNID", "r1"));
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        var job = created.Headers.Location!.ToString();
        Assert.Matches(new Regex("^http://127\\.0\\.0\\.1:[0-9]+/TAP/async/tap_[0-9a-f]{8}$"), job);
        Assert.Equal("PENDING", await Client.GetStringAsync(job + "/phase"));

        using var run = await Client.PostAsync(job + "/phase", ("PHASE", "RUN"));
        Assert.Equal(HttpStatusCode.SeeOther, run.StatusCode);
        Assert.Equal(job, run.Headers.Location!.ToString());
        var document = XElement.Parse(await Client.GetStringAsync(job + "?WAIT=-1"));
        Assert.Equal("COMPLETED", document.Element(Uws + "phase")!.Value);
        Assert.Equal("r1", document.Element(Uws + "runId")!.Value);
        var result = document.Element(Uws + "results")!.Elements(Uws + "result").Single();
        Assert.Equal("result", (string?)result.Attribute("id"));
        Assert.Equal(job + "/results/result", (string?)result.Attribute(XNamespace.Get("http://www.w3.org/1999/xlink") + "href"));

        using var fetched = await Client.GetAsync(new Uri(job + "/results/result"));
        Assert.Equal("text/csv;header=present", fetched.ContentTypeText());
        var text = await fetched.Content.ReadAsStringAsync();
        Assert.Equal("id\r\n1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9\r\n10\r\n11\r\n", text);
        Assert.Equal(text.Length, fetched.Content.Headers.ContentLength);

        using var deleted = await Client.DeleteAsync(new Uri(job));
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.EndsWith("/TAP/async", deleted.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(job))).StatusCode);
        Assert.False(Directory.Exists(Path.Combine(server.JobsFolder, job[(job.LastIndexOf('/') + 1)..])));
    }

    /// <summary>The schema's order, the literal prefix that clients look for, nil where there is nothing.</summary>
    [Fact]
    public async Task The_document_of_a_job_is_as_the_schema_has_it()
    {
        var job = await CreateAsync(("QUERY", "SELECT '<&]]>\u0001' AS x FROM stars"), ("MAXREC", "3"), ("UNKNOWN", "dropped"));
        var text = await Client.GetStringAsync(job);
        Assert.Contains("<uws:job ", text, StringComparison.Ordinal);
        var document = XElement.Parse(text);
        Assert.Equal("1.1", (string?)document.Attribute("version"));
        Assert.Equal(
            ["jobId", "ownerId", "phase", "quote", "creationTime", "startTime", "endTime", "executionDuration", "destruction", "parameters", "results"],
            document.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["ownerId", "quote", "startTime", "endTime"],
            document.Elements().Where(element => (bool?)element.Attribute(SchemaInstance + "nil") == true).Select(element => element.Name.LocalName));
        Assert.Equal(["QUERY=SELECT '<&]]>\uFFFD' AS x FROM stars", "MAXREC=3"],
            document.Element(Uws + "parameters")!.Elements().Select(parameter => $"{parameter.Attribute("id")!.Value}={parameter.Value}"));
        Assert.Matches("^[0-9-]{10}T[0-9:.]{12}Z$", document.Element(Uws + "creationTime")!.Value);
    }

    [Fact]
    public async Task Each_detail_is_what_the_document_says()
    {
        var job = await CreateAsync(("QUERY", "SELECT id FROM stars"));
        var document = XElement.Parse(await Client.GetStringAsync(job));
        foreach (var (child, element) in new[] { ("phase", "phase"), ("executionduration", "executionDuration"), ("destruction", "destruction"), ("quote", "quote"), ("owner", "ownerId") })
        {
            using var response = await Client.GetAsync(new Uri($"{job}/{child}"));
            Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal(document.Element(Uws + element)!.Value, await response.Content.ReadAsStringAsync());
        }

        Assert.Equal(Uws + "parameters", XElement.Parse(await Client.GetStringAsync(job + "/parameters")).Name);
        Assert.Equal(Uws + "results", XElement.Parse(await Client.GetStringAsync(job + "/results")).Name);
    }

    [Fact]
    public async Task A_pending_job_can_be_changed_and_a_finished_one_cannot()
    {
        var job = await CreateAsync(("QUERY", "SELECT nosuch FROM stars"), ("FORMAT", "csv"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.PostAsync(job + "/parameters", ("query", "SELECT COUNT(*) AS n FROM stars"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.PostAsync(job + "/executionduration", ("EXECUTIONDURATION", "30"))).StatusCode);
        Assert.Equal("30", await Client.GetStringAsync(job + "/executionduration"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.PostAsync(job + "/destruction", ("DESTRUCTION", "2126-01-01T00:00:00Z"))).StatusCode);
        Assert.StartsWith("20", await Client.GetStringAsync(job + "/destruction"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.PostAsync(job, ("QUERY", "SELECT 1"))).StatusCode);

        await RunAsync(job);
        Assert.Equal("n\r\n11\r\n", await Client.GetStringAsync(job + "/results/result"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Client.PostAsync(job + "/parameters", ("QUERY", "SELECT 1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Client.PostAsync(job + "/phase", ("PHASE", "RUN"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Client.PostAsync(job + "/phase", ("PHASE", "ABORT"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.PostAsync(job + "/phase", ("PHASE", "PAUSE"))).StatusCode);
    }

    [Fact]
    public async Task A_job_that_is_run_when_made_never_shows_as_waiting()
    {
        for (var i = 0; i < 20; i++)
        {
            var job = await CreateAsync(("QUERY", "SELECT COUNT(*) FROM koa_hires"), ("PHASE", "RUN"));
            Assert.Contains(await Client.GetStringAsync(job + "/phase"), new[] { "EXECUTING", "COMPLETED" });
        }
    }

    /// <summary>Creation looks at no value; the job fails when it runs, and each way to its reason leads there (checklist of clients: job, error, result).</summary>
    [Theory]
    [InlineData("SELECT nosuch FROM stars", "nosuch")]
    [InlineData("", "QUERY is missing")]
    public async Task A_bad_query_fails_when_it_is_run(string adql, string contained)
    {
        var job = await CreateAsync(("LANG", "ADQL"), ("QUERY", adql));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(job + "/error"))).StatusCode);
        var document = await RunAsync(job);
        Assert.Equal("ERROR", document.Element(Uws + "phase")!.Value);
        var summary = document.Element(Uws + "errorSummary")!;
        Assert.Equal(("fatal", "true"), ((string?)summary.Attribute("type"), (string?)summary.Attribute("hasDetail")));
        Assert.Contains(contained, summary.Element(Uws + "message")!.Value, StringComparison.Ordinal);

        using var error = await Client.GetAsync(new Uri(job + "/error"));
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Contains(contained, await error.ErrorAsync(), StringComparison.Ordinal);
        using var result = await Client.GetAsync(new Uri(job + "/results/result"));
        Assert.Equal(HttpStatusCode.NotFound, result.StatusCode);
        Assert.Contains(contained, await result.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_is_aborted_before_it_runs_and_while_it_runs()
    {
        var pending = await CreateAsync(("QUERY", "SELECT id FROM stars"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.PostAsync(pending + "/phase", ("PHASE", "ABORT"))).StatusCode);
        Assert.Equal("ABORTED", await Client.GetStringAsync(pending + "/phase"));

        var running = await CreateAsync(("QUERY", AbortTests.Endless), ("PHASE", "RUN"));
        Assert.Equal("EXECUTING", await Client.GetStringAsync(running + "/phase"));
        var waiting = Client.GetStringAsync(running + "?WAIT=30&PHASE=EXECUTING");
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.PostAsync(running + "/phase", ("PHASE", "ABORT"))).StatusCode);
        Assert.Equal("ABORTED", XElement.Parse(await waiting.WaitAsync(TimeSpan.FromSeconds(10))).Element(Uws + "phase")!.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(running + "/results/result"))).StatusCode);
    }

    [Fact]
    public async Task A_job_that_runs_longer_than_it_may_is_aborted()
    {
        var job = await CreateAsync(("QUERY", AbortTests.Endless));
        await Client.PostAsync(job + "/executionduration", ("EXECUTIONDURATION", "1"));
        var document = await RunAsync(job);
        Assert.Equal("ABORTED", document.Element(Uws + "phase")!.Value);
        Assert.Contains("executionduration of 1 s", document.Descendants(Uws + "message").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_comes_back_when_there_is_nothing_to_wait_for()
    {
        var job = await CreateAsync(("QUERY", "SELECT id FROM stars"));
        await Client.GetStringAsync(job + "?WAIT=60&PHASE=EXECUTING").WaitAsync(TimeSpan.FromSeconds(10));
        await Client.GetStringAsync(job + "?WAIT=1").WaitAsync(TimeSpan.FromSeconds(10));
        await RunAsync(job);
        await Client.GetStringAsync(job + "?WAIT=-1").WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.GetAsync(new Uri(job + "?WAIT=soon"))).StatusCode);
    }

    [Fact]
    public async Task A_part_of_a_result_can_be_fetched()
    {
        var job = await CreateAsync(("QUERY", "SELECT id FROM stars ORDER BY id"), ("FORMAT", "csv"));
        await RunAsync(job);
        using var request = new HttpRequestMessage(HttpMethod.Get, job + "/results/result") { Headers = { Range = new RangeHeaderValue(4, 9) } };
        using var response = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("1\r\n2\r\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Jobs_are_listed_by_phase_time_and_number()
    {
        var first = IdOf(await CreateAsync(("QUERY", "SELECT 1"), ("RUNID", "listed")));
        await Task.Delay(20);
        var second = IdOf(await CreateAsync(("QUERY", "SELECT id FROM stars"), ("PHASE", "RUN")));
        await Client.GetStringAsync($"/TAP/async/{second}?WAIT=10");
        await Task.Delay(20);
        var third = IdOf(await CreateAsync(("QUERY", "SELECT 1")));

        Assert.Equal([third], await ListAsync("LAST=1"));
        Assert.Equal([third, second, first], await ListAsync("LAST=3"));
        Assert.DoesNotContain(second, await ListAsync("PHASE=PENDING"));
        Assert.Contains(second, await ListAsync("PHASE=PENDING&PHASE=COMPLETED&PHASE=ERROR"));
        var created = XElement.Parse(await Client.GetStringAsync("/TAP/async/" + first)).Element(Uws + "creationTime")!.Value;
        var after = await ListAsync("AFTER=" + Uri.EscapeDataString(created.Replace("Z", "999Z", StringComparison.Ordinal)));
        Assert.Equal([second, third], after.Where(id => id == first || id == second || id == third));
        Assert.Empty(await ListAsync("PHASE=ARCHIVED"));
    }

    [Fact]
    public async Task A_job_whose_time_is_over_is_gone()
    {
        var job = await CreateAsync(("QUERY", "SELECT id FROM stars"));
        await Client.PostAsync(job + "/destruction", ("DESTRUCTION", "2020-01-01T00:00:00Z"));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(job))).StatusCode);
        Assert.DoesNotContain(IdOf(job), await ListAsync(""));
    }

    [Fact]
    public async Task A_job_can_be_deleted_by_an_action()
    {
        var job = await CreateAsync(("QUERY", AbortTests.Endless), ("PHASE", "RUN"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.PostAsync(job, ("ACTION", "DELETE"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(job))).StatusCode);
    }

    private static string IdOf(string job) => job[(job.LastIndexOf('/') + 1)..];

    private async Task<string> CreateAsync(params (string Name, string Value)[] parameters)
    {
        using var created = await Client.PostAsync("/TAP/async", parameters);
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        return created.Headers.Location!.ToString();
    }

    private async Task<XElement> RunAsync(string job)
    {
        using var run = await Client.PostAsync(job + "/phase", ("PHASE", "RUN"));
        Assert.Equal(HttpStatusCode.SeeOther, run.StatusCode);
        return XElement.Parse(await Client.GetStringAsync(job + "?WAIT=30&PHASE=EXECUTING"));
    }

    private async Task<List<string>> ListAsync(string filter)
    {
        var list = XElement.Parse(await Client.GetStringAsync("/TAP/async?" + filter));
        Assert.Equal(Uws + "jobs", list.Name);
        return [.. list.Elements(Uws + "jobref").Select(reference => (string)reference.Attribute("id")!)];
    }
}
