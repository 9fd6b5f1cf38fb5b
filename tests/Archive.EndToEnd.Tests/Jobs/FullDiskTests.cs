using System.Net;
using System.Xml.Linq;

namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>
/// A server whose jobs, query store and temporary files are on a disk that fills up: what needs room is refused with a sentence that says what to do, what needs none is
/// answered, nothing half-written is served, and with room again all works.
/// </summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Full = "disk is full";

    private readonly JobArchive archive = new();
    private readonly string place;
    private SmallDisk? disk;
    private JobServer? server;

    public FullDiskTests() => place = archive.Place("disk");

    [SkippableTheory]
    [InlineData("csv")]
    [InlineData("votable")]
    [InlineData("fits")]
    [InlineData("parquet")]
    public async Task A_result_that_finds_no_room_is_an_error(string format)
    {
        var smallDisk = await StartAsync(megabytes: 96);
        var question = new JobQuestion(JobArchive.Pairs, format);
        smallDisk.Fill(leftKilobytes: 24);
        var id = await server!.CreateAsync(null, [.. question.Parameters, ("PHASE", "RUN")]);
        var job = await server.EndedAsync(id);
        Assert.Contains(Full, ErrorOf(job), StringComparison.Ordinal);
        using (var error = await server.GetAsync($"async/{id}/error")) Assert.Contains(Full, await error.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var result = await server.GetAsync($"async/{id}/results/result")) Assert.Equal(HttpStatusCode.NotFound, result.StatusCode);
        Assert.Equal(["job.json"], Directory.GetFiles(smallDisk.Path("jobs/" + id)).Select(path => Path.GetFileName(path)));
        Assert.Equal($"n\r\n{JobArchive.RowCount}\r\n", await server.SyncAsync("SELECT COUNT(*) AS n FROM things"));

        smallDisk.MakeRoom();
        var again = await server.CreateAsync(null, [.. question.Parameters, ("PHASE", "RUN")]);
        Assert.Equal("COMPLETED", PhaseOf(await server.EndedAsync(again)));
    }

    [SkippableFact]
    public async Task Without_any_room_jobs_are_refused_stopped_and_deleted()
    {
        var smallDisk = await StartAsync(megabytes: 64);
        var question = new JobQuestion("SELECT id FROM things", "csv");
        var pending = await server!.CreateAsync(null, question.Parameters);
        var running = await server.CreateAsync(null, ("LANG", "ADQL"), ("QUERY", "SELECT COUNT(*) FROM things AS a, things AS b, things AS c, things AS d WHERE a.id + b.id + c.id + d.id < 0"), ("PHASE", "RUN"));
        smallDisk.Fill(leftKilobytes: 0);
        using (var refused = await server.TryCreateAsync(null, question.Parameters)) await SaysFullAsync(refused);
        using (var refused = await server.TryCreateAsync(JobQuestion.Upload, [("LANG", "ADQL"), ("QUERY", JobQuestion.OfUpload)])) await SaysFullAsync(refused);
        using (var refused = await server.RunAsync(pending)) await SaysFullAsync(refused);
        using (var refused = await server.PostAsync($"async/{pending}/parameters", ("RUNID", "changed"))) await SaysFullAsync(refused);
        Assert.Equal((2, "PENDING", "EXECUTING"), (await server.ListAsync() is { } list ? list.Count : 0, await server.PhaseAsync(pending), await server.PhaseAsync(running)));
        Assert.Equal($"n\r\n{JobArchive.RowCount}\r\n", await server.SyncAsync("SELECT COUNT(*) AS n FROM things"));

        using (var aborted = await server.PostAsync($"async/{running}/phase", ("PHASE", "ABORT"))) Assert.Equal(HttpStatusCode.SeeOther, aborted.StatusCode);
        Assert.Equal("ABORTED", await server.PhaseAsync(running));
        using (var deleted = await server.DeleteAsync(running)) Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.Equal([pending], Directory.GetDirectories(smallDisk.Path("jobs")).Select(path => Path.GetFileName(path)));

        smallDisk.MakeRoom();
        using (await server.RunAsync(pending)) Assert.Equal("COMPLETED", PhaseOf(await server.EndedAsync(pending)));
    }

    /// <summary>The same where no small disk may be mounted: the process may not write files of any size.</summary>
    [SkippableFact]
    public async Task What_may_not_grow_is_a_full_disk_too()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "limits the size of files with prlimit");
        server = await new JobServer(ArchiveProcess.StartInShell("trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0", JobServer.Arguments(archive.Folder))).ReadyAsync();
        var question = new JobQuestion(JobArchive.Pairs, "csv");
        var pending = await server.CreateAsync(null, question.Parameters);
        server.Process.LimitFileSize(64 << 10);
        var failed = await server.CreateAsync(null, [.. question.Parameters, ("PHASE", "RUN")]);
        Assert.Contains(Full, ErrorOf(await server.EndedAsync(failed)), StringComparison.Ordinal);
        server.Process.LimitFileSize(0);
        using (var refused = await server.TryCreateAsync(null, question.Parameters)) await SaysFullAsync(refused);
        using (var refused = await server.RunAsync(pending)) await SaysFullAsync(refused);
        Assert.Equal($"n\r\n{JobArchive.RowCount}\r\n", await server.SyncAsync("SELECT COUNT(*) AS n FROM things"));
        server.Process.LimitFileSize(null);
        using (await server.RunAsync(pending)) Assert.Equal("COMPLETED", PhaseOf(await server.EndedAsync(pending)));
        Assert.Equal([failed, pending], (await server.ListAsync()).Keys.OrderBy(id => id == pending));
        Assert.Equal(["job.json"], Directory.GetFiles(Path.Combine(archive.JobsFolder, failed)).Select(path => Path.GetFileName(path)));
    }

    [SkippableFact]
    public async Task A_query_that_spills_onto_a_full_disk_says_so_and_the_next_one_is_answered()
    {
        var smallDisk = await StartAsync(megabytes: 64, "--memory-limit-megabytes", "64");
        smallDisk.Fill(leftKilobytes: 64);
        using (var spilled = await server!.PostAsync("sync", ("LANG", "ADQL"), ("FORMAT", "csv"), ("QUERY", "SELECT COUNT(*) AS n FROM (SELECT DISTINCT a.id, b.id AS b, c.id AS c, a.name FROM things AS a, things AS b, things AS c) AS d"))) await SaysFullAsync(spilled);
        Assert.Equal($"n\r\n{JobArchive.RowCount}\r\n", await server.SyncAsync("SELECT COUNT(*) AS n FROM things"));
    }

    /// <summary>New rows that find no room in the query store wait; the former snapshot is answered from.</summary>
    [SkippableFact]
    public async Task New_rows_that_find_no_room_come_when_there_is()
    {
        var smallDisk = await StartAsync(megabytes: 64);
        smallDisk.Fill(leftKilobytes: 0);
        archive.Import(20_000);
        for (var second = 0; second < 4; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            Assert.Equal($"n\r\n{JobArchive.RowCount}\r\n", await server!.SyncAsync("SELECT COUNT(*) AS n FROM things"));
        }

        using (var health = await server!.Client.GetAsync(new Uri("/health", UriKind.Relative))) Assert.Contains("degraded", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        smallDisk.MakeRoom();
        for (var second = 0; second < 20 && await server.SyncAsync("SELECT COUNT(*) AS n FROM things") != "n\r\n20000\r\n"; second++) await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal("n\r\n20000\r\n", await server.SyncAsync("SELECT COUNT(*) AS n FROM things"));
    }

    [SkippableFact]
    public void A_store_that_finds_no_room_is_said_and_the_start_ends()
    {
        archive.Import(200_000);
        disk = SmallDisk.Mount(place, 1);
        using var start = disk.Start(place, JobServer.Arguments(archive.Folder, Places)).Ended();
        Assert.Equal(2, start.ExitCode);
        Assert.Contains("room", start.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Archive.", start.Errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        server?.Dispose();
        disk?.Dispose();
        archive.Dispose();
    }

    private string[] Places => ["--jobs-folder", Path.Combine(place, "jobs"), "--store-folder", Path.Combine(place, "store")];

    private async Task<SmallDisk> StartAsync(int megabytes, params string[] more)
    {
        disk = SmallDisk.Mount(place, megabytes);
        server = await new JobServer(disk.Start(place, JobServer.Arguments(archive.Folder, [.. Places, .. more]))).ReadyAsync();
        return disk;
    }

    private static string? PhaseOf(XElement job) => job.Element(JobServer.Uws + "phase")?.Value;

    private static string ErrorOf(XElement job)
    {
        Assert.Equal("ERROR", PhaseOf(job));
        return job.Element(JobServer.Uws + "errorSummary")!.Element(JobServer.Uws + "message")!.Value;
    }

    private static async Task SaysFullAsync(HttpResponseMessage refused)
    {
        var text = await refused.Content.ReadAsStringAsync();
        Assert.True(refused.StatusCode == HttpStatusCode.InsufficientStorage, $"{refused.StatusCode} {text}");
        Assert.Contains(Full, text, StringComparison.Ordinal);
    }
}
