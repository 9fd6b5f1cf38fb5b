using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Archive.Engine;
using Archive.Engine.Execution;
using Archive.Tap.Async.Store;
using Archive.Tap.Errors;
using Archive.Tap.Operations;
using Archive.Tap.Parameters;
using Archive.Tap.Results;
using Archive.Tap.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Async;

/// <summary>Runs jobs: a bounded number at once, a bounded number waiting, the clients by turns, each job no longer than it may.</summary>
internal sealed class JobRunner(ArchiveEngine engine, TapOptions options, UploadSources uploadSources, TimeProvider time, ServiceMonitor monitor, ILogger logger) : IDisposable
{
    private const string StoppedMessage = "The job was stopped.";

    private readonly FairGate turns = new(options.MaximumConcurrentJobs, options.MaximumJobsPerClient, options.MaximumQueuedJobs);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Job, Task> running = new();

    /// <summary>Takes a PENDING job on; it is EXECUTING when this returns.</summary>
    /// <param name="job">The job.</param>
    /// <param name="client">Who wants it run.</param>
    /// <exception cref="TapException">Too many wait already, or the job isn't PENDING.</exception>
    public void Start(Job job, string client)
    {
        var turn = turns.Ask(client) ?? throw TapException.Busy("Too many jobs are running and waiting. The job stays as it is; run it in a moment.");
        var ended = new TaskCompletionSource();
        try
        {
            if (job.TryBegin() is not { } aborted) throw TapException.Forbidden($"Only a job that is PENDING can be run; this one is {job.Record.Phase.Word()}.");
            running[job] = ended.Task;
            _ = Task.Run(() => RunAsync(job, turn, new QueryReport(job.Record.Id, client), ended, aborted));
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Stops what runs and waits until the engine isn't used any more.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        Task.WaitAll([.. running.Values]);
        stopping.Dispose();
    }

    private async Task RunAsync(Job job, GateTurn turn, QueryReport report, TaskCompletionSource ended, CancellationToken aborted)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping.Token);
        var asked = Stopwatch.GetTimestamp();
        try
        {
            using (turn)
            {
                await turn.WaitAsync(stop.Token);
                report.Wait = Stopwatch.GetElapsedTime(asked);
                await ExecuteAsync(job, report, stop.Token);
            }
        }
        catch (Exception) when (aborted.IsCancellationRequested)
        {
            // Whoever aborted or deleted the job has said so in its record.
            report.End(QueryReport.ClientGone, "the job was aborted");
        }
        catch (Exception error)
        {
            Fail(job, report, error);
        }
        finally
        {
            monitor.Tell(report);
            running.TryRemove(job, out _);
            ended.SetResult();
        }
    }

    private async Task ExecuteAsync(Job job, QueryReport report, CancellationToken stop)
    {
        var record = job.Record;
        report.RunId = record.RunId;
        report.Adql = record.Query ?? "";
        var request = QueryRequest.Read(record.ToRequest(), options) with { LinksUrl = record.LinksUrl };
        report.Format = request.Format.Format.Name;
        using var overdue = new CancellationTokenSource(TimeSpan.FromSeconds(record.ExecutionDurationSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, overdue.Token);
        try
        {
            var fileName = "result" + request.Format.Format.FileExtension;
            using var uploads = await uploadSources.OpenAsync(request.Uploads, new JobTables(record, job.Folder), StoppedMessage, either.Token);
            using var result = await QueryResult.StartAsync(engine, request, uploads, report, StoppedMessage, either.Token);
            using var output = new FileOutput(Path.Combine(job.Folder.Path, fileName), (long)options.MaximumJobResultMegabytes << 20);
            await result.WriteAsync(output, either.Token);
            await output.CompleteAsync(either.Token);
            Complete(job, new JobResult(fileName, request.Format.ContentType, output.Sent, result.RowCount, result.IsOverflow));
            report.End(StatusCodes.Status200OK);
        }
        catch (Exception) when (overdue.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            // UWS 1.1, section 2.2.1.6: a job that takes longer than it may is aborted.
            var message = string.Create(CultureInfo.InvariantCulture, $"The job ran longer than its executionduration of {record.ExecutionDurationSeconds} s and was aborted.");
            job.End(JobPhase.Aborted, new JobError(message, IsTransient: false));
            report.End(StatusCodes.Status400BadRequest, message);
        }
    }

    /// <summary>A file of which no record tells is of no use to anybody.</summary>
    private static void Complete(Job job, JobResult result)
    {
        var isTold = false;
        try
        {
            isTold = job.TryComplete(result);
        }
        finally
        {
            if (!isTold) job.Folder.Remove(result);
        }
    }

    private void Fail(Job job, QueryReport report, Exception error)
    {
        if (stopping.IsCancellationRequested) error = new TapException(StatusCodes.Status503ServiceUnavailable, JobStore.StoppedMessage);
        var fault = Fault.Of(error);
        if (fault.LogId is { } id) logger.Failed(error, job.Record.Id, id);
        report.End(fault.StatusCode, fault.Message);
        job.End(JobPhase.Error, new JobError(fault.Message, fault.IsTransient));
    }
}
