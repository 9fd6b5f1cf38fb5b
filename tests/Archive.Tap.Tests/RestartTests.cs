using System.Net;
using System.Text.Json.Nodes;
using Archive.Tap.Tests.Serving;
using Microsoft.Extensions.Time.Testing;

namespace Archive.Tap.Tests;

/// <summary>Jobs outlive the process, and those that didn't end with it say why.</summary>
public class RestartTests
{
    [Fact]
    public async Task Jobs_and_results_are_there_after_a_restart()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var pending = await CreateAsync(server, ("QUERY", "SELECT id FROM stars"), ("FORMAT", "csv"));
        var completed = await CreateAsync(server, ("QUERY", "SELECT COUNT(*) AS n FROM stars"), ("FORMAT", "csv"), ("PHASE", "RUN"));
        await server.Client.GetStringAsync(completed + "?WAIT=10");
        var running = await CreateAsync(server, ("QUERY", AbortTests.Endless), ("PHASE", "RUN"));

        await server.RestartAsync();
        Assert.Equal("PENDING", await server.Client.GetStringAsync(pending + "/phase"));
        Assert.Equal("COMPLETED", await server.Client.GetStringAsync(completed + "/phase"));
        Assert.Equal("n\r\n11\r\n", await server.Client.GetStringAsync(completed + "/results/result"));
        Assert.Equal("ERROR", await server.Client.GetStringAsync(running + "/phase"));
        using var error = await server.Client.GetAsync(new Uri(running + "/error", UriKind.Relative));
        Assert.Contains("was stopped while the job ran", await error.ErrorAsync(), StringComparison.Ordinal);

        await server.Client.PostAsync(pending + "/phase", ("PHASE", "RUN"));
        Assert.Contains("COMPLETED", await server.Client.GetStringAsync(pending + "?WAIT=10"), StringComparison.Ordinal);
    }

    /// <summary>A killed process leaves EXECUTING in the record, and a half-written result beside it.</summary>
    [Fact]
    public async Task What_a_kill_leaves_becomes_an_error_and_is_cleaned()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var job = await CreateAsync(server, ("QUERY", "SELECT id FROM stars"));
        await server.StopAsync();
        var folder = Path.Combine(server.JobsFolder, job[(job.LastIndexOf('/') + 1)..]);
        var record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "job.json")))!;
        record["phase"] = "EXECUTING";
        await File.WriteAllTextAsync(Path.Combine(folder, "job.json"), record.ToJsonString());
        await File.WriteAllTextAsync(Path.Combine(folder, "result.xml.0123.tmp"), "<VOTABLE");
        Directory.CreateDirectory(Path.Combine(server.JobsFolder, "tap_deadbeef"));
        await File.WriteAllTextAsync(Path.Combine(server.JobsFolder, "tap_deadbeef", "job.json"), "{ not json");
        Directory.CreateDirectory(Path.Combine(server.JobsFolder, "tap_00000001"));
        foreach (var name in new[] { "job.json", "result.csv", "upload-0123.xml" }) await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(server.JobsFolder, "tap_00000002.0123.tmp")).FullName, name), "of a job that was made or deleted");
        await File.WriteAllTextAsync(Path.Combine(folder, "result.csv"), "whole, but no record tells of it");
        Directory.CreateDirectory(Path.Combine(server.JobsFolder, "not-a-job"));

        await server.InitializeAsync();
        Assert.Equal("ERROR", await server.Client.GetStringAsync(job + "/phase"));
        Assert.Equal(["job.json"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.Equal("ERROR", await server.Client.GetStringAsync("/TAP/async/tap_deadbeef/phase"));
        Assert.Contains("record of the job was damaged", await server.Client.GetStringAsync("/TAP/async/tap_deadbeef"), StringComparison.Ordinal);
        Assert.Equivalent(new[] { "not-a-job", Path.GetFileName(folder), "tap_deadbeef" }, Directory.GetDirectories(server.JobsFolder).Select(Path.GetFileName), strict: true);
    }

    /// <summary>What only a failure of the machine's power, or a hand, can do.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("n\r\n1")]
    [InlineData("n\r\n11\r\n11\r\n")]
    public async Task A_damaged_result_is_an_error_and_not_served(string? left)
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var job = await CreateAsync(server, ("QUERY", "SELECT COUNT(*) AS n FROM stars"), ("FORMAT", "csv"), ("PHASE", "RUN"));
        await server.Client.GetStringAsync(job + "?WAIT=10");
        await server.StopAsync();
        var result = Directory.GetFiles(server.JobsFolder, "result.csv", SearchOption.AllDirectories).Single();
        if (left is null) File.Delete(result);
        else await File.WriteAllTextAsync(result, left);
        await server.InitializeAsync();
        Assert.Equal("ERROR", await server.Client.GetStringAsync(job + "/phase"));
        using var fetched = await server.Client.GetAsync(new Uri(job + "/results/result", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, fetched.StatusCode);
        Assert.Contains("damaged", await fetched.ErrorAsync(), StringComparison.Ordinal);
        Assert.False(File.Exists(result));
    }

    /// <summary>At /sync such a document is ended with its error, since it has been seen; a job's hasn't.</summary>
    [Fact]
    public async Task A_job_that_is_stopped_among_its_rows_has_no_result()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var stopped = await CreateAsync(server, ("QUERY", AbortTests.EndlessRows), ("PHASE", "RUN"));
        var overdue = await CreateAsync(server, ("QUERY", AbortTests.EndlessRows));
        using (await server.Client.PostAsync(overdue + "/executionduration", ("EXECUTIONDURATION", "1"))) { }
        using (await server.Client.PostAsync(overdue + "/phase", ("PHASE", "RUN"))) { }
        Assert.Contains("ABORTED", await server.Client.GetStringAsync(overdue + "?WAIT=20"), StringComparison.Ordinal);
        Assert.Contains(Directory.GetFiles(server.JobsFolder, "result*", SearchOption.AllDirectories), file => new FileInfo(file).Length > 0);
        await server.RestartAsync();
        Assert.Equal("ERROR", await server.Client.GetStringAsync(stopped + "/phase"));
        Assert.Empty(Directory.GetFiles(server.JobsFolder, "result*", SearchOption.AllDirectories));
    }

    /// <summary>[U6] A job whose destruction is over goes by itself, folder and all, whether it waits or runs.</summary>
    [Fact]
    public async Task An_expired_job_goes_by_itself()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = new RunningServer(new TapOptions { JobRetentionDays = 2 }, time: time);
        await server.InitializeAsync();
        var pending = await CreateAsync(server, ("QUERY", "SELECT id FROM stars"));
        var running = await CreateAsync(server, ("QUERY", AbortTests.Endless));
        using (await server.Client.PostAsync(running + "/executionduration", ("EXECUTIONDURATION", "0"))) { }
        // The answer to RUN is held back for a moment of the server's time, which only goes on when we say so.
        var run = server.Client.PostAsync(running + "/phase", ("PHASE", "RUN"));
        while (!run.IsCompleted)
        {
            await Task.Delay(5);
            time.Advance(TimeSpan.FromMilliseconds(20));
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await run).StatusCode);
        time.Advance(TimeSpan.FromDays(2) - TimeSpan.FromHours(47));
        Assert.Equal("PENDING", await server.Client.GetStringAsync(pending + "/phase"));
        Assert.Equal(2, Directory.GetDirectories(server.JobsFolder).Length);
        time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(new Uri(pending, UriKind.Relative))).StatusCode);
        for (var i = 0; i < 200 && (Directory.GetDirectories(server.JobsFolder).Length > 0 || server.Engine.RunningQueries > 0); i++) await Task.Delay(50);
        Assert.Empty(Directory.GetDirectories(server.JobsFolder));
        Assert.Equal(0, server.Engine.RunningQueries);
    }

    [Fact]
    public async Task More_jobs_than_are_kept_or_may_wait_are_refused()
    {
        await using var server = new RunningServer(new TapOptions { MaximumJobs = 3, MaximumConcurrentJobs = 1, MaximumQueuedJobs = 0 });
        await server.InitializeAsync();
        var running = await CreateAsync(server, ("QUERY", AbortTests.Endless), ("PHASE", "RUN"));
        var pending = await CreateAsync(server, ("QUERY", "SELECT id FROM stars"));
        using var refused = await server.Client.PostAsync(pending + "/phase", ("PHASE", "RUN"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("PENDING", await server.Client.GetStringAsync(pending + "/phase"));

        await CreateAsync(server, ("QUERY", "SELECT id FROM stars"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.PostAsync("/TAP/async", ("QUERY", "SELECT id FROM stars"))).StatusCode);
        await server.Client.DeleteAsync(new Uri(running, UriKind.Relative));
        await CreateAsync(server, ("QUERY", "SELECT id FROM stars"));
    }

    /// <summary>The job's address as a path, since a restarted server has another port.</summary>
    private static async Task<string> CreateAsync(RunningServer server, params (string Name, string Value)[] parameters)
    {
        using var created = await server.Client.PostAsync("/TAP/async", parameters);
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        return created.Headers.Location!.AbsolutePath;
    }
}
