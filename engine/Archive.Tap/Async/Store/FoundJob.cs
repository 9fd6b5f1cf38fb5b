using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Archive.Tap.Async.Store;

/// <summary>
/// A job as the former process left it. A kill damages nothing; a failure of the machine's power or a hand may. What is damaged is an error that says so, and goes when
/// its time is over as any job does.
/// </summary>
internal static class FoundJob
{
    /// <exception cref="IOException">The record can't be read at present.</exception>
    public static JobRecord Read(JobFolder folder, JobId id, TapOptions options, ILogger logger)
    {
        try
        {
            var record = folder.Read() with { Id = id.ToString() };
            if (record.Result is not { } result || folder.Has(result)) return record;
            logger.JobDamaged(null, folder.Path);
            return record with { Phase = JobPhase.Error, Result = null, Error = Lost("The result of the job was damaged on the service's disk and is lost.") };
        }
        catch (JsonException error)
        {
            logger.JobDamaged(error, folder.Path);
            return new JobRecord
            {
                Id = id.ToString(),
                Phase = JobPhase.Error,
                CreationTime = folder.RecordTime,
                EndTime = folder.RecordTime,
                ExecutionDurationSeconds = options.DefaultExecutionDurationSeconds,
                Destruction = folder.RecordTime.AddDays(options.JobRetentionDays),
                Error = Lost("The record of the job was damaged on the service's disk, so what it was to do is lost."),
            };
        }
    }

    private static JobError Lost(string what) => new(what + " Send it again as a new job.", IsTransient: true);
}
