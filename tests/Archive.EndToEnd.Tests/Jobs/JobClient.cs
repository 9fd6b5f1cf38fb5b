using System.Globalization;

namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>Makes, runs, changes, aborts and deletes jobs at random, one request after the other, until the server is gone, and remembers what it was told.</summary>
internal sealed class JobClient(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>All jobs of this client that may be there.</summary>
    public List<ToldJob> Jobs { get; } = [];

    public async Task WorkAsync(JobServer server)
    {
        try
        {
            while (true) await StepAsync(server);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The kill.
        }
    }

    private Task StepAsync(JobServer server) => random.Next(10) switch
    {
        0 or 1 => CreateAsync(server, isRun: false),
        2 or 3 or 4 => CreateAsync(server, isRun: true),
        5 => LookAsync(server),
        6 => AbortAsync(server),
        7 => DeleteAsync(server),
        8 => ChangeAsync(server),
        _ => KeepAsync(server),
    };

    private async Task CreateAsync(JobServer server, bool isRun)
    {
        var question = JobQuestion.All[random.Next(JobQuestion.All.Length)];
        var isRunAtOnce = isRun && random.Next(2) == 0;
        var id = await server.CreateAsync(question.UploadedTable, isRunAtOnce ? [.. question.Parameters, ("PHASE", "RUN")] : question.Parameters);
        var job = new ToldJob(id, question) { IsRunAsked = isRun, IsRunTold = isRunAtOnce };
        Jobs.Add(job);
        if (!isRun || isRunAtOnce) return;
        using var run = await server.RunAsync(id);
        job.IsRunTold = run.StatusCode == System.Net.HttpStatusCode.SeeOther;
    }

    private async Task LookAsync(JobServer server)
    {
        if (Any() is not { } job) return;
        using var phase = await server.GetAsync($"async/{job.Id}/phase");
        if (phase.IsSuccessStatusCode) job.Saw(await phase.Content.ReadAsStringAsync());
    }

    private async Task AbortAsync(JobServer server)
    {
        if (Any() is not { } job) return;
        job.IsAbortAsked = true;
        using var aborted = await server.PostAsync($"async/{job.Id}/phase", ("PHASE", "ABORT"));
        if (aborted.StatusCode == System.Net.HttpStatusCode.SeeOther) job.Saw("ABORTED");
    }

    private async Task DeleteAsync(JobServer server)
    {
        if (Any() is not { } job) return;
        job.IsDeleteAsked = true;
        using var deleted = await server.DeleteAsync(job.Id);
        job.IsDeleteTold = deleted.StatusCode == System.Net.HttpStatusCode.SeeOther;
    }

    /// <summary>Gives a pending job, with an upload or without, another question without one.</summary>
    private async Task ChangeAsync(JobServer server)
    {
        if (Jobs.FirstOrDefault(job => job.End is null && !job.IsRunAsked && !job.IsAbortAsked && !job.IsDeleteAsked && job.Questions[^1].UploadedTable is null) is not { } pending) return;
        var question = JobQuestion.All.Where(other => other.UploadedTable is null).ElementAt(random.Next(JobQuestion.All.Length - 1));
        pending.Questions.Add(question);
        using var changed = await server.PostAsync($"async/{pending.Id}/parameters", question.Parameters);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, changed.StatusCode);
        pending.Questions.RemoveAll(other => other != question);
    }

    private async Task KeepAsync(JobServer server)
    {
        if (Any() is not { } job) return;
        var until = DateTime.UtcNow.Date.AddDays(random.Next(2, 60)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        if (job.Destructions.Count == 0) job.Destructions.Add((await server.DocumentAsync(job.Id)).Element(JobServer.Uws + "destruction")!.Value);
        job.Destructions.Add(until);
        using var kept = await server.PostAsync($"async/{job.Id}/destruction", ("DESTRUCTION", until));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, kept.StatusCode);
        job.Destructions.RemoveAll(other => other != until);
    }

    private ToldJob? Any()
    {
        var there = Jobs.Where(job => !job.IsDeleteAsked).ToList();
        return there.Count == 0 ? null : there[random.Next(there.Count)];
    }
}
