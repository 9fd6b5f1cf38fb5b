using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Async.Resources;

/// <summary>Does what a PHASE asks: RUN or ABORT (UWS 1.1, section 2.2.3.3).</summary>
internal sealed class JobControl(JobRunner runner)
{
    private const string Run = "RUN", Abort = "ABORT";

    /// <summary>The answer to RUN is held back for so long if the job may end within: most queries do, and their clients then need not ask again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    /// <summary>What the parameter PHASE asks; null where it is missing.</summary>
    /// <exception cref="TapException">It is neither RUN nor ABORT.</exception>
    public static string? ReadPhase(RequestParameters parameters) => parameters.Single("PHASE") switch
    {
        null => null,
        Run => Run,
        Abort => Abort,
        var other => throw TapException.BadRequest($"PHASE '{RequestParameters.Shortened(other)}' can't be asked for. It takes RUN or ABORT."),
    };

    /// <exception cref="TapException">The job's phase doesn't allow it, or there is no room for another job.</exception>
    public Task ApplyAsync(Job job, string phase, HttpContext context)
    {
        if (phase == Run)
        {
            runner.Start(job, ClientAddress.Of(context));
            return job.WaitWhileAsync(JobPhase.Executing, Patience, CancellationToken.None);
        }

        return job.TryAbort() ? Task.CompletedTask : throw TapException.Forbidden($"The job has ended already: it is {job.Record.Phase.Word()}.");
    }
}
