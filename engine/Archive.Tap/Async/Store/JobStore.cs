using System.Collections.Concurrent;
using System.Text.Json;
using Archive.Tap.Errors;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Async.Store;

/// <summary>All jobs, in memory and on the disk. Destroys those whose time is over.</summary>
internal sealed class JobStore : IDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<JobId, Job> jobs = new();
    private readonly string root;
    private readonly TapOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly ITimer sweeper;

    /// <summary>Opens the jobs of a folder. What was EXECUTING when the former process ended becomes ERROR, since its rows are lost.</summary>
    public JobStore(string root, TapOptions options, TimeProvider time, ILogger logger)
    {
        this.root = root;
        this.options = options;
        this.time = time;
        this.logger = logger;
        Directory.CreateDirectory(root);
        foreach (var path in Directory.EnumerateDirectories(root)) Load(path);
        sweeper = time.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
    }

    /// <summary>The jobs that are there, in no order.</summary>
    public IEnumerable<Job> All => jobs.Values.Where(job => !IsOver(job));

    /// <exception cref="TapException">There are too many jobs.</exception>
    public Job Create(IEnumerable<JobParameter> parameters, string? linksUrl)
    {
        if (jobs.Count >= options.MaximumJobs) throw TapException.Busy("This service keeps no more jobs. Delete jobs that are done with, or come back later.");
        var now = time.GetUtcNow();
        while (true)
        {
            var id = JobId.Create();
            var record = new JobRecord
            {
                Id = id.ToString(),
                CreationTime = now,
                ExecutionDurationSeconds = options.DefaultExecutionDurationSeconds,
                Destruction = now.AddDays(options.JobRetentionDays),
                LinksUrl = linksUrl,
            };
            var job = new Job(record.With(parameters), FolderOf(id), time);
            if (!jobs.TryAdd(id, job)) continue;
            try
            {
                job.Folder.Create();
                job.Folder.Write(job.Record);
                return job;
            }
            catch
            {
                jobs.TryRemove(id, out _);
                throw;
            }
        }
    }

    /// <exception cref="TapException">There is no such job, or no more.</exception>
    public Job Find(string? text) =>
        JobId.TryParse(text, out var id) && jobs.TryGetValue(id, out var job) && !IsOver(job) ? job : throw TapException.NotFound("There is no such job. It may have been deleted, or its time is over.");

    public void Delete(Job job)
    {
        if (!JobId.TryParse(job.Record.Id, out var id) || !jobs.TryRemove(id, out _)) return;
        try
        {
            job.Delete();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.JobNotRemoved(error, job.Record.Id);
        }
    }

    public void Dispose() => sweeper.Dispose();

    private bool IsOver(Job job) => job.Record.Destruction <= time.GetUtcNow();

    private void Sweep()
    {
        foreach (var job in jobs.Values.Where(IsOver)) Delete(job);
    }

    private JobFolder FolderOf(JobId id) => new(Path.Combine(root, id.ToString()));

    private void Load(string path)
    {
        // What doesn't have a job's name isn't ours to touch.
        if (!JobId.TryParse(Path.GetFileName(path), out var id)) return;
        try
        {
            var folder = FolderOf(id);
            if (!folder.HasRecord)
            {
                folder.Remove();
                return;
            }

            var job = new Job(folder.Read() with { Id = id.ToString() }, folder, time);
            job.End(record => record with
            {
                Phase = JobPhase.Error,
                Error = new JobError("The service was stopped while the job ran, so its result is lost. Send it again as a new job.", IsTransient: true),
            });
            jobs[id] = job;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            logger.JobUnreadable(error, path);
        }
    }
}
