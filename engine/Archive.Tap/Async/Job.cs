using Archive.Tap.Async.Store;

namespace Archive.Tap.Async;

/// <summary>One job: its record, kept in memory and on the disk, and what waits for it to change. Callable from any thread.</summary>
internal sealed class Job(JobRecord record, JobFolder folder, TimeProvider time)
{
    private readonly Lock gate = new();
    private volatile JobRecord record = record;
    private volatile TaskCompletionSource phaseChange = NewChange();
    private CancellationTokenSource? running;
    private bool isDeleted;

    public JobRecord Record => record;

    public JobFolder Folder { get; } = folder;

    /// <summary>Changes the record, on the disk first.</summary>
    /// <param name="change">Makes the new record of the present one; null where the change isn't allowed in its phase.</param>
    /// <returns>True if it was changed.</returns>
    /// <exception cref="IOException">The record can't be written; it is as it was.</exception>
    public bool TryChange(Func<JobRecord, JobRecord?> change) => TryChange(change, Folder.Write);

    /// <summary>Goes from PENDING to EXECUTING.</summary>
    /// <returns>Tells whoever runs the job to stop; null where the job isn't PENDING.</returns>
    public CancellationToken? TryBegin()
    {
        CancellationTokenSource? source = null;
        TryChange(present =>
        {
            if (present.Phase != JobPhase.Pending) return null;
            running = source = new CancellationTokenSource();
            return present with { Phase = JobPhase.Executing, StartTime = time.GetUtcNow() };
        });
        return source?.Token;
    }

    /// <summary>Ends a job that runs; without effect on one that has ended in another way.</summary>
    /// <exception cref="IOException">The record can't be written. The job has ended all the same, so that nobody waits for it.</exception>
    public void End(Func<JobRecord, JobRecord> ending)
    {
        JobRecord? Ended(JobRecord present) => present.Phase == JobPhase.Executing ? ending(present) with { EndTime = time.GetUtcNow() } : null;
        try
        {
            TryChange(Ended);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TryChange(Ended, _ => { });
            throw;
        }
    }

    /// <summary>Aborts the job, waiting to be run or running.</summary>
    /// <returns>False where it has ended before.</returns>
    public bool TryAbort()
    {
        var isAborted = TryChange(present => present.Phase.IsFinal() ? null : present with { Phase = JobPhase.Aborted, EndTime = time.GetUtcNow() });
        if (isAborted) running?.Cancel();
        return isAborted;
    }

    /// <summary>Stops the job and removes all its files.</summary>
    public void Delete()
    {
        lock (gate) isDeleted = true;
        running?.Cancel();
        Folder.Remove();
        phaseChange.TrySetResult();
    }

    /// <summary>Waits until the phase isn't <paramref name="phase"/> any more, or the time is over.</summary>
    public async Task WaitWhileAsync(JobPhase phase, TimeSpan longest, CancellationToken cancellation)
    {
        // Taken before the phase is looked at, so that a change in between isn't missed.
        var change = phaseChange.Task;
        if (record.Phase != phase) return;
        try
        {
            await change.WaitAsync(longest, time, cancellation);
        }
        catch (TimeoutException)
        {
            // The answer is the phase as it is.
        }
    }

    private bool TryChange(Func<JobRecord, JobRecord?> change, Action<JobRecord> keep)
    {
        TaskCompletionSource? former = null;
        lock (gate)
        {
            if (isDeleted || change(record) is not { } changed) return false;
            keep(changed);
            var isNewPhase = changed.Phase != record.Phase;
            record = changed;
            if (isNewPhase)
            {
                // After the record, so that whoever takes the new change sees the new phase.
                former = phaseChange;
                phaseChange = NewChange();
            }
        }

        former?.SetResult();
        return true;
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
