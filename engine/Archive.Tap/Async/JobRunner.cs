using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Archive.Engine;
using Archive.Tap.Errors;
using Archive.Tap.Parameters;
using Archive.Tap.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Async;

/// <summary>Runs jobs: a bounded number at once, a bounded number waiting, each no longer than it may.</summary>
internal sealed class JobRunner(ArchiveEngine engine, TapOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim turns = new(options.MaximumConcurrentJobs);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Job, Task> running = new();
    private int accepted;

    /// <summary>Takes a PENDING job on; it is EXECUTING when this returns.</summary>
    /// <exception cref="TapException">Too many wait already, or the job isn't PENDING.</exception>
    public void Start(Job job)
    {
        if (Interlocked.Increment(ref accepted) > (long)options.MaximumConcurrentJobs + options.MaximumQueuedJobs)
        {
            Interlocked.Decrement(ref accepted);
            throw TapException.Busy("Too many jobs are running and waiting. The job stays as it is; run it in a moment.");
        }

        if (job.TryBegin() is not { } aborted)
        {
            Interlocked.Decrement(ref accepted);
            throw TapException.Forbidden($"Only a job that is PENDING can be run; this one is {job.Record.Phase.Word()}.");
        }

        var ended = new TaskCompletionSource();
        running[job] = ended.Task;
        _ = Task.Run(() => RunAsync(job, ended, aborted));
    }

    /// <summary>Stops what runs and waits until the engine isn't used any more.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        Task.WaitAll([.. running.Values]);
        stopping.Dispose();
        turns.Dispose();
    }

    private async Task RunAsync(Job job, TaskCompletionSource ended, CancellationToken aborted)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping.Token);
        try
        {
            await turns.WaitAsync(stop.Token);
            try
            {
                await ExecuteAsync(job, stop.Token);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (Exception) when (aborted.IsCancellationRequested)
        {
            // Whoever aborted or deleted the job has said so in its record.
        }
        catch (Exception error)
        {
            Fail(job, error);
        }
        finally
        {
            Interlocked.Decrement(ref accepted);
            running.TryRemove(job, out _);
            ended.SetResult();
        }
    }

    private async Task ExecuteAsync(Job job, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        var record = job.Record;
        var request = QueryRequest.Read(record.ToRequest(), options) with { LinksUrl = record.LinksUrl };
        using var overdue = new CancellationTokenSource(TimeSpan.FromSeconds(record.ExecutionDurationSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, overdue.Token);
        try
        {
            var fileName = "result" + request.Format.Format.FileExtension;
            using var result = await QueryResult.StartAsync(engine, request, "The job was stopped.", either.Token);
            using var output = new FileOutput(Path.Combine(job.Folder.Path, fileName), (long)options.MaximumJobResultMegabytes << 20);
            await result.WriteAsync(output, either.Token);
            await output.CompleteAsync(either.Token);
            var outcome = new JobResult(fileName, request.Format.ContentType, output.Sent, result.RowCount, result.IsOverflow);
            job.End(present => present with { Phase = JobPhase.Completed, Result = outcome });
            logger.QueryAnswered(record.Id, result.RowCount, output.Sent, Stopwatch.GetElapsedTime(start).TotalMilliseconds, result.IsOverflow, request.RunId, request.Adql);
        }
        catch (Exception) when (overdue.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            // UWS 1.1, section 2.2.1.6: a job that takes longer than it may is aborted.
            var message = string.Create(CultureInfo.InvariantCulture, $"The job ran longer than its executionduration of {record.ExecutionDurationSeconds} s and was aborted.");
            job.End(present => present with { Phase = JobPhase.Aborted, Error = new JobError(message, IsTransient: false) });
        }
    }

    private void Fail(Job job, Exception error)
    {
        if (stopping.IsCancellationRequested) error = new TapException(StatusCodes.Status503ServiceUnavailable, "The service was stopped while the job ran, so its result is lost. Send it again as a new job.");
        var fault = Fault.Of(error);
        if (fault.LogId is { } id) logger.Failed(error, job.Record.Id, id);
        else logger.Refused(job.Record.Id, fault.StatusCode, fault.Message);
        try
        {
            job.End(present => present with { Phase = JobPhase.Error, Error = new JobError(fault.Message, fault.IsTransient) });
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            logger.Failed(broken, job.Record.Id, "none");
        }
    }
}
