using System.Globalization;
using Xunit.Abstractions;

namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>
/// A server is killed (SIGKILL) again and again while clients make, run, change, abort and delete jobs. JOB_KILLS says how often, JOB_KILLS_SEED from which seed the moments
/// and the requests are drawn.
/// </summary>
public class KilledServerTests(ITestOutputHelper output)
{
    private const int ClientCount = 2, KeptJobs = 3;

    [Fact]
    public async Task Jobs_survive_every_kill()
    {
        var kills = Setting.Of("JOB_KILLS", 15);
        var seed = Setting.Of("JOB_KILLS_SEED", 1);
        using var archive = new JobArchive();
        var server = await JobServer.Start(archive).ReadyAsync();
        try
        {
            var answers = await JobQuestion.AnswersAsync(server);
            var random = new Random(seed);
            var clients = Enumerable.Range(1, ClientCount).Select(number => new JobClient((seed * 1000) + number)).ToList();
            var seen = new Dictionary<string, int>();
            for (var kill = 1; kill <= kills; kill++)
            {
                var work = clients.Select(client => client.WorkAsync(server)).ToList();
                await Task.Delay(random.Next(10, 1500));
                server.Kill();
                await Task.WhenAll(work);
                server.Dispose();
                if (random.Next(4) == 0) await KillAtStartAsync(archive, random);

                server = await JobServer.Start(archive).ReadyAsync();
                var restarted = new Restarted(server, archive, answers);
                var phases = await restarted.InspectAsync(clients.SelectMany(client => client.Jobs));
                foreach (var phase in phases.Values) seen[phase] = seen.GetValueOrDefault(phase) + 1;
                foreach (var (id, _) in phases.Where(job => job.Value == "PENDING").Take(2))
                {
                    await restarted.RunAsync(id);
                    clients.SelectMany(client => client.Jobs).SingleOrDefault(job => job.Id == id)?.Saw("COMPLETED");
                }

                await LeaveFewAsync(server, clients, phases.Keys);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {kills} kills; jobs seen after them: {string.Join(", ", seen.Select(pair => $"{pair.Value} {pair.Key}"))}"));
            foreach (var phase in new[] { "PENDING", "COMPLETED", "ERROR", "ABORTED" }) Assert.Contains(phase, seen.Keys);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}; the server said: {server.Process.Output} {server.Process.Errors}"));
            throw;
        }
        finally
        {
            server.Dispose();
        }
    }

    /// <summary>A server that comes no further than to its start leaves everything as it was.</summary>
    private static async Task KillAtStartAsync(JobArchive archive, Random random)
    {
        using var starting = JobServer.Start(archive);
        await Task.Delay(random.Next(50, 800));
        starting.Kill();
    }

    /// <summary>Some jobs live through several kills; the others are deleted, and stay so.</summary>
    private static async Task LeaveFewAsync(JobServer server, List<JobClient> clients, IEnumerable<string> ids)
    {
        var kept = clients.SelectMany(client => client.Jobs.Where(job => !job.IsDeleteAsked && job.End != "ERROR").TakeLast(KeptJobs)).Select(job => job.Id).ToHashSet();
        foreach (var id in ids.Where(id => !kept.Contains(id)))
        {
            using var deleted = await server.DeleteAsync(id);
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, deleted.StatusCode);
        }

        foreach (var job in clients.SelectMany(client => client.Jobs).Where(job => !kept.Contains(job.Id))) job.IsDeleteAsked = job.IsDeleteTold = true;
    }
}
