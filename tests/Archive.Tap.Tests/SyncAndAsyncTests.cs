using System.Net;
using System.Xml.Linq;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>A query is the same query wherever it is sent (TAP 1.1, sections 2.1, 2.2 and 2.7).</summary>
public class SyncAndAsyncTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly XNamespace Uws = "http://www.ivoa.net/xml/UWS/v1.0";

    /// <summary>[T6] [T8] [T10] [T11] [D1] The same parameters give the same bytes, rows or none, and what nobody knows changes nothing.</summary>
    [Theory]
    [InlineData("LANG=ADQL&QUERY=SELECT id FROM stars ORDER BY id")]
    [InlineData("lang=ADQL-2.0&query=SELECT id, name FROM stars ORDER BY id&responseformat=tsv")]
    [InlineData("LANG=ADQL-2.1&QUERY=SELECT id FROM stars ORDER BY id&FORMAT=votable/b2&MAXREC=3")]
    [InlineData("LANG=ADQL&QUERY=SELECT id FROM stars ORDER BY id&MAXREC=0")]
    [InlineData("LANG=ADQL&QUERY=SELECT id, mag FROM stars WHERE id > 99")]
    [InlineData("LANG=ADQL&QUERY=SELECT id, mag FROM stars WHERE id > 99&FORMAT=csv")]
    [InlineData("REQUEST=doQuery&VERSION=1.0&LANG=ADQL&QUERY=SELECT id FROM stars ORDER BY id&FORMAT=csv&DUMMY=ignore-me&RUNID=mine&tapclient=x&jobname=y")]
    public async Task The_same_parameters_give_the_same_result(string parameters)
    {
        using var synchronous = await server.Client.PostAsync("/TAP/sync", Pairs(parameters));
        Assert.Equal(HttpStatusCode.OK, synchronous.StatusCode);
        using var created = await server.Client.PostAsync("/TAP/async", Pairs(parameters));
        var job = created.Headers.Location!.ToString();
        Assert.Equal("COMPLETED", PhaseOf(await RunAsync(job)));
        using var asynchronous = await server.Client.GetAsync(new Uri(job + "/results/result"));
        Assert.Equal(HttpStatusCode.OK, asynchronous.StatusCode);
        Assert.Equal(synchronous.ContentTypeText(), asynchronous.ContentTypeText());
        Assert.Equal(await synchronous.Content.ReadAsStringAsync(), await asynchronous.Content.ReadAsStringAsync());
    }

    /// <summary>[T9] [T12] [T15] [T32] What /sync refuses is no reason not to make a job; the job fails with the same words when it is run.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("LANG=ADQL")]
    [InlineData("LANG=OOBLECK&QUERY=SELECT id FROM stars")]
    [InlineData("LANG=ADQL&QUERY=DUFF QUERY")]
    [InlineData("LANG=ADQL&QUERY=SELECT id FROM stars&MAXREC=many")]
    [InlineData("LANG=ADQL&QUERY=SELECT id FROM stars&FORMAT=docx")]
    [InlineData("LANG=ADQL&QUERY=SELECT id FROM stars&UPLOAD=nonsense")]
    public async Task What_sync_refuses_fails_when_it_is_run(string parameters)
    {
        using var refused = await server.Client.PostAsync("/TAP/sync", Pairs(parameters));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var created = await server.Client.PostAsync("/TAP/async", Pairs(parameters));
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        var job = created.Headers.Location!.ToString();
        Assert.Equal("PENDING", await server.Client.GetStringAsync(job + "/phase"));
        Assert.Equal("ERROR", PhaseOf(await RunAsync(job)));
        using var error = await server.Client.GetAsync(new Uri(job + "/error"));
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal(await refused.ErrorAsync(), await error.ErrorAsync());
    }

    private static (string, string)[] Pairs(string parameters) =>
        [.. parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))];

    private static string PhaseOf(XElement job) => job.Element(Uws + "phase")!.Value;

    private async Task<XElement> RunAsync(string job)
    {
        using var run = await server.Client.PostAsync(job + "/phase", ("PHASE", "RUN"));
        Assert.Equal(HttpStatusCode.SeeOther, run.StatusCode);
        return XElement.Parse(await server.Client.GetStringAsync(job + "?WAIT=30"));
    }
}
