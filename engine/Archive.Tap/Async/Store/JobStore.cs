using System.Collections.Concurrent;
using System.Collections.Immutable;
using Archive.Tap.Errors;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Async.Store;

/// <summary>All jobs, in memory and on the disk. Destroys those whose time is over.</summary>
internal sealed class JobStore : IDisposable
{
    /// <summary>Why a job failed that ran when the service ended.</summary>
    public const string StoppedMessage = "The service was stopped while the job ran, so its result is lost. Send it again as a new job.";

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
        foreach (var path in Directory.GetDirectories(root)) Load(path);
        sweeper = time.CreateTimer(_ => Sweep(), null, TimeSpan.Zero, SweepInterval);
    }

    /// <summary>The jobs that are there, in no order.</summary>
    public IEnumerable<Job> All => jobs.Values.Where(job => !IsOver(job));

    /// <summary>Makes a job, which is there only when all that belongs to it is.</summary>
    /// <param name="parameters">What it was sent with.</param>
    /// <param name="linksUrl">See <see cref="JobRecord.LinksUrl"/>.</param>
    /// <param name="keepUploads">Writes the documents that came with it into the folder.</param>
    /// <exception cref="TapException">There are too many jobs.</exception>
    /// <exception cref="IOException">It can't be written; nothing is left of it.</exception>
    public async Task<Job> CreateAsync(IEnumerable<JobParameter> parameters, string? linksUrl, Func<JobFolder, Task<ImmutableArray<JobUpload>>> keepUploads)
    {
        if (jobs.Count >= options.MaximumJobs) throw TapException.Busy("This service keeps no more jobs. Delete jobs that are done with, or come back later.");
        var id = JobId.Create();
        while (jobs.ContainsKey(id)) id = JobId.Create();
        var folder = FolderOf(id);
        var draft = folder.CreateDraft();
        try
        {
            var now = time.GetUtcNow();
            var record = new JobRecord
            {
                Id = id.ToString(),
                CreationTime = now,
                ExecutionDurationSeconds = options.DefaultExecutionDurationSeconds,
                Destruction = now.AddDays(options.JobRetentionDays),
                LinksUrl = linksUrl,
            }.With(parameters).With(await keepUploads(draft));
            draft.Write(record);
            draft.MoveTo(folder);
            return jobs[id] = new Job(record, folder, time);
        }
        catch
        {
            draft.Remove();
            throw;
        }
    }

    /// <exception cref="TapException">There is no such job, or no more.</exception>
    public Job Find(string? text) =>
        JobId.TryParse(text, out var id) && jobs.TryGetValue(id, out var job) && !IsOver(job) ? job : throw TapException.NotFound("There is no such job. It may have been deleted, or its time is over.");

    /// <exception cref="IOException">The folder can't be changed, and the job is still there.</exception>
    public void Delete(Job job)
    {
        var withdrawn = job.Delete();
        if (JobId.TryParse(job.Record.Id, out var id)) jobs.TryRemove(id, out _);
        if (withdrawn is not null) Remove(withdrawn);
    }

    public void Dispose() => sweeper.Dispose();

    private bool IsOver(Job job) => job.Record.Destruction <= time.GetUtcNow();

    private void Sweep()
    {
        foreach (var job in jobs.Values)
        {
            try
            {
                if (IsOver(job)) Delete(job);
                else job.CatchUpOnDisk();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                logger.JobNotChanged(error, job.Record.Id);
            }
        }
    }

    private JobFolder FolderOf(JobId id) => new(Path.Combine(root, id.ToString()));

    private void Load(string path)
    {
        var name = Path.GetFileName(path);
        if (JobFolder.IsLeftover(name)) Remove(new JobFolder(path));
        // What doesn't have a job's name isn't ours to touch.
        if (!JobId.TryParse(name, out var id)) return;
        var folder = FolderOf(id);
        try
        {
            if (!folder.HasRecord)
            {
                Remove(folder);
                return;
            }

            var record = FoundJob.Read(folder, id, options, logger);
            var job = jobs[id] = new Job(record, folder, time);
            job.End(JobPhase.Error, new JobError(StoppedMessage, IsTransient: true));
            folder.RemoveAllBut(job.Record);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.JobUnreadable(error, path);
        }
    }

    private void Remove(JobFolder folder)
    {
        try
        {
            folder.Remove();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.FolderNotRemoved(error, folder.Path);
        }
    }
}
