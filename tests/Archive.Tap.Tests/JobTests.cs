using System.Net;
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

    /// <summary>[U2] [U6] [T5] [T24] The address ends with the id; each change answers 303; what was deleted is gone, its folder too.</summary>
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

    /// <summary>[U3] [U5] [U12] [F9] [T10] The schema's order, the literal prefix that clients look for, nil where there is nothing.</summary>
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

    /// <summary>[U4] Plain text, letter by letter.</summary>
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

    /// <summary>[D2] [U7] Parameters are taken while PENDING, at /parameters; what the phase doesn't allow is 403.</summary>
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

    /// <summary>[F8] [U14] After RUN was answered the job is EXECUTING or has ended.</summary>
    [Fact]
    public async Task A_job_that_is_run_when_made_never_shows_as_waiting()
    {
        for (var i = 0; i < 20; i++)
        {
            var job = await CreateAsync(("QUERY", "SELECT COUNT(*) FROM koa_hires"), ("PHASE", "RUN"));
            Assert.Contains(await Client.GetStringAsync(job + "/phase"), new[] { "EXECUTING", "COMPLETED" });
        }
    }

    /// <summary>[T9] [T32] [U11] [F10] Creation looks at no value; the job fails when it runs, and each way to its reason leads there (checklist of clients: job, error, result).</summary>
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

    /// <summary>[U7] [P3] A PENDING job can be aborted; who waits for the phase learns it at once.</summary>
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

    /// <summary>[U10] An execution duration that is over aborts the job, and its error says so.</summary>
    [Fact]
    public async Task A_job_that_runs_longer_than_it_may_is_aborted()
    {
        var job = await CreateAsync(("QUERY", AbortTests.Endless));
        await Client.PostAsync(job + "/executionduration", ("EXECUTIONDURATION", "1"));
        var document = await RunAsync(job);
        Assert.Equal("ABORTED", document.Element(Uws + "phase")!.Value);
        Assert.Contains("executionduration of 1 s", document.Descendants(Uws + "message").Single().Value, StringComparison.Ordinal);
    }

    /// <summary>[U9] WAIT blocks only while the phase can change of itself, and only while it is the one that was named.</summary>
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

    /// <summary>[D5] (RFC 9110, section 14) A part by its bytes; the whole where the result is another than the one the part is of, where the unit isn't known or several parts are asked for; 416 beyond the end.</summary>
    [Theory]
    [InlineData("bytes=4-9", null, 206, "1\r\n2\r\n")]
    [InlineData("bytes=-4", null, 206, "11\r\n")]
    [InlineData("bytes=35-99", null, 206, "11\r\n")]
    [InlineData("bytes=39-", null, 416, "")]
    [InlineData("Bytes=4-9", null, 206, "1\r\n2\r\n")]
    [InlineData("rows=0-1", null, 200, null)]
    [InlineData("rows=39-", null, 200, null)]
    [InlineData("bytes=9-4", null, 200, null)]
    [InlineData("bytes=0-1,4-5", null, 200, null)]
    [InlineData("bytes=4-9", "same", 206, "1\r\n2\r\n")]
    [InlineData("bytes=4-9", "\"other\"", 200, null)]
    public async Task A_range_of_a_result_can_be_fetched(string range, string? ifRange, int status, string? expected)
    {
        var job = await CreateAsync(("QUERY", "SELECT id FROM stars ORDER BY id"), ("FORMAT", "csv"));
        await RunAsync(job);
        using var whole = await Client.GetAsync(new Uri(job + "/results/result"));
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.NotNull(whole.Content.Headers.LastModified);
        using var request = new HttpRequestMessage(HttpMethod.Get, job + "/results/result");
        Assert.True(request.Headers.TryAddWithoutValidation("Range", range));
        if (ifRange is not null) Assert.True(request.Headers.TryAddWithoutValidation("If-Range", ifRange == "same" ? whole.Headers.ETag!.ToString() : ifRange));
        using var part = await Client.SendAsync(request);
        Assert.Equal((status, expected ?? await whole.Content.ReadAsStringAsync()), ((int)part.StatusCode, await part.Content.ReadAsStringAsync()));
        if (status == 416) Assert.Equal(39, part.Content.Headers.ContentRange!.Length);
        using var unchanged = new HttpRequestMessage(HttpMethod.Get, job + "/results/result") { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(unchanged)).StatusCode);
    }

    /// <summary>[U6] [U10] The service may give another value than it was asked for: 0 is as long as it grants, and a value without sense is refused.</summary>
    [Theory]
    [InlineData("0", 303, "86400")]
    [InlineData("99999999", 303, "86400")]
    [InlineData("7", 303, "7")]
    [InlineData("-1", 400, "3600")]
    [InlineData("soon", 400, "3600")]
    [InlineData("99999999999999", 400, "3600")]
    public async Task An_execution_duration_is_bounded(string asked, int status, string granted)
    {
        var job = await CreateAsync(("QUERY", "SELECT id FROM stars"));
        using var changed = await Client.PostAsync(job + "/executionduration", ("EXECUTIONDURATION", asked));
        Assert.Equal((status, granted), ((int)changed.StatusCode, await Client.GetStringAsync(job + "/executionduration")));
    }

    /// <summary>[U12] A second value takes the first one's place, whatever the case of its name; [D1] two at once are refused.</summary>
    [Fact]
    public async Task A_parameter_that_is_sent_again_takes_the_former_ones_place()
    {
        var job = await CreateAsync(("QUERY", "SELECT 1"), ("RUNID", "first"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Client.PostAsync(job + "/parameters", ("runId", "second"))).StatusCode);
        var document = XElement.Parse(await Client.GetStringAsync(job));
        Assert.Equal("second", document.Element(Uws + "runId")!.Value);
        Assert.Equal(["QUERY", "RUNID"], document.Element(Uws + "parameters")!.Elements().Select(parameter => (string)parameter.Attribute("id")!));
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.PostAsync(job + "/parameters", ("QUERY", "SELECT 2"), ("query", "SELECT 3"))).StatusCode);
    }

    /// <summary>[U14] [Q3] PHASE=RUN starts the job where it is made, in the body or in the address.</summary>
    [Theory]
    [InlineData("/TAP/async?PHASE=RUN")]
    [InlineData("/TAP/async?phase=RUN&LANG=ADQL")]
    public async Task A_phase_in_the_address_runs_the_job(string path)
    {
        using var created = await Client.PostAsync(path, ("QUERY", "SELECT id FROM stars"));
        var job = created.Headers.Location!.ToString();
        Assert.Contains("COMPLETED", await Client.GetStringAsync(job + "?WAIT=10"), StringComparison.Ordinal);
    }

    /// <summary>[D3] What isn't there is 404.</summary>
    [Theory]
    [InlineData("/nothing")]
    [InlineData("/results/other")]
    [InlineData("/results/result")]
    [InlineData("/error")]
    [InlineData("/phase/more")]
    public async Task A_child_that_is_not_there_is_not_found(string child)
    {
        var job = await CreateAsync(("QUERY", "SELECT id FROM stars"));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(job + child))).StatusCode);
    }

    /// <summary>[U1] [U8] [P6] [Q6] Filters hold together; several phases are a union; LAST is the newest first.</summary>
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

    /// <summary>[U8] Each phase of the standard is a word of the filter, also those in which no job here ever is.</summary>
    [Theory]
    [InlineData("PENDING")]
    [InlineData("QUEUED")]
    [InlineData("EXECUTING")]
    [InlineData("COMPLETED")]
    [InlineData("ERROR")]
    [InlineData("ABORTED")]
    [InlineData("UNKNOWN")]
    [InlineData("HELD")]
    [InlineData("SUSPENDED")]
    [InlineData("ARCHIVED")]
    public async Task Each_phase_can_be_asked_for(string phase)
    {
        await ListAsync("PHASE=" + phase);
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.GetAsync(new Uri("/TAP/async?PHASE=" + phase.ToLowerInvariant(), UriKind.Relative))).StatusCode);
    }

    /// <summary>[U6]</summary>
    [Fact]
    public async Task A_job_whose_time_is_over_is_gone()
    {
        var job = await CreateAsync(("QUERY", "SELECT id FROM stars"));
        await Client.PostAsync(job + "/destruction", ("DESTRUCTION", "2020-01-01T00:00:00Z"));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(job))).StatusCode);
        Assert.DoesNotContain(IdOf(job), await ListAsync(""));
    }

    /// <summary>[U6]</summary>
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
