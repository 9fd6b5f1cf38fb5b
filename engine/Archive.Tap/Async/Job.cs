using Archive.Tap.Async.Store;

namespace Archive.Tap.Async;

/// <summary>One job: its record, kept in memory and on the disk, and what waits for it to change. Callable from any thread.</summary>
internal sealed class Job(JobRecord record, JobFolder folder, TimeProvider time)
{
    private readonly Lock gate = new();
    private volatile JobRecord record = record;
    private volatile TaskCompletionSource phaseChange = NewChange();
    private CancellationTokenSource? running;
    private bool isBehindOnDisk;
    private bool isDeleted;

    public JobRecord Record => record;

    public JobFolder Folder { get; } = folder;

    /// <summary>Changes the record, on the disk first.</summary>
    /// <param name="change">Makes the new record of the present one; null where the change isn't allowed in its phase.</param>
    /// <returns>True if it was changed.</returns>
    /// <exception cref="IOException">The record can't be written; it is as it was.</exception>
    public bool TryChange(Func<JobRecord, JobRecord?> change) => TryChange(change, Write);

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

    /// <summary>Goes from EXECUTING to COMPLETED, which is told only once it is on the disk: a result that was seen is there after a restart, too.</summary>
    /// <returns>False where the job has ended in another way.</returns>
    /// <exception cref="IOException">The record can't be written; the job is EXECUTING still.</exception>
    public bool TryComplete(JobResult result) => TryChange(present => present.Phase == JobPhase.Executing ? Ended(present, JobPhase.Completed) with { Result = result } : null);

    /// <summary>Ends a job that runs without a result; without effect on one that has ended in another way.</summary>
    public void End(JobPhase phase, JobError error) => TryEnd(present => present.Phase == JobPhase.Executing ? Ended(present, phase) with { Error = error } : null);

    /// <summary>Aborts the job, waiting to be run or running.</summary>
    /// <returns>False where it has ended before.</returns>
    public bool TryAbort()
    {
        var isAborted = TryEnd(present => present.Phase.IsFinal() ? null : Ended(present, JobPhase.Aborted));
        if (isAborted) running?.Cancel();
        return isAborted;
    }

    /// <summary>Writes the record again where it couldn't be written when the job ended.</summary>
    /// <exception cref="IOException">It still can't be written.</exception>
    public void CatchUpOnDisk()
    {
        lock (gate)
        {
            if (isBehindOnDisk && !isDeleted) Write(record);
        }
    }

    /// <summary>Stops the job and takes its folder from its place; from then on it isn't there, whatever happens.</summary>
    /// <returns>The folder, to be removed; null where the job was deleted before.</returns>
    /// <exception cref="IOException">The folder can't be renamed; the job is as it was.</exception>
    public JobFolder? Delete()
    {
        JobFolder withdrawn;
        lock (gate)
        {
            if (isDeleted) return null;
            withdrawn = Folder.Withdraw();
            isDeleted = true;
        }

        running?.Cancel();
        phaseChange.TrySetResult();
        return withdrawn;
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

    private JobRecord Ended(JobRecord present, JobPhase phase) => present with { Phase = phase, EndTime = time.GetUtcNow() };

    /// <summary>A job ends even where its record can't be written, so that nobody waits for it; a restart makes an error of what it finds EXECUTING.</summary>
    private bool TryEnd(Func<JobRecord, JobRecord?> ending) => TryChange(ending, ended =>
    {
        try
        {
            Write(ended);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            isBehindOnDisk = true;
        }
    });

    private void Write(JobRecord changed)
    {
        Folder.Write(changed);
        isBehindOnDisk = false;
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
