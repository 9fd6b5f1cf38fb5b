using System.Globalization;
using System.Net;

namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>Jobs whose destruction has come go by themselves, folders and all.</summary>
public class ExpiredJobTests
{
    [Fact]
    public async Task An_expired_job_goes_by_itself_across_a_kill()
    {
        using var archive = new JobArchive();
        var question = new JobQuestion("SELECT id FROM things", "csv");
        string[] expired;
        string kept;
        var until = DateTimeOffset.UtcNow.AddSeconds(3);
        using (var server = await JobServer.Start(archive).ReadyAsync())
        {
            var past = await server.CreateAsync(null, question.Parameters);
            await SetDestructionAsync(server, past, DateTimeOffset.UtcNow.AddDays(-1));
            using (var gone = await server.GetAsync($"async/{past}")) Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
            Assert.DoesNotContain(past, (await server.ListAsync()).Keys);

            expired = [past, await server.CreateAsync(JobQuestion.Upload, [("LANG", "ADQL"), ("QUERY", JobQuestion.OfUpload)]), await server.CreateAsync(null, [.. question.Parameters, ("PHASE", "RUN")])];
            foreach (var id in expired[1..]) await SetDestructionAsync(server, id, until);
            kept = await server.CreateAsync(null, question.Parameters);
            server.Kill();
        }

        while (DateTimeOffset.UtcNow <= until) await Task.Delay(100);
        using var restarted = await JobServer.Start(archive).ReadyAsync();
        Assert.Equal([kept], (await restarted.ListAsync()).Keys);
        foreach (var id in expired)
        {
            using var gone = await restarted.GetAsync($"async/{id}");
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        for (var tenth = 0; tenth < 100 && Directory.GetDirectories(archive.JobsFolder).Length > 1; tenth++) await Task.Delay(100);
        Assert.Equal([kept], Directory.GetFileSystemEntries(archive.JobsFolder).Select(path => Path.GetFileName(path)));
    }

    private static async Task SetDestructionAsync(JobServer server, string id, DateTimeOffset instant)
    {
        using var set = await server.PostAsync($"async/{id}/destruction", ("DESTRUCTION", instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
    }
}
