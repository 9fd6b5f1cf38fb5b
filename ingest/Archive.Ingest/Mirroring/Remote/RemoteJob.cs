using System.Text.RegularExpressions;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>A query as an asynchronous job (UWS 1.1): made, started, waited for, read and deleted. Only <c>/phase</c>, <c>/results/result</c> and <c>/error</c> are relied on.</summary>
internal sealed partial class RemoteJob(PoliteClient client, TimeProvider clock)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestJob = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestDelete = TimeSpan.FromSeconds(10);

    /// <summary>Makes a job and starts it.</summary>
    /// <returns>Its address.</returns>
    /// <exception cref="RemoteRefusalException">The service makes no jobs, or not this one.</exception>
    public async Task<Uri> CreateAsync(Uri jobs, IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancellation)
    {
        using var answer = (await client.SendAsync(HttpMethod.Post, jobs, [.. parameters, KeyValuePair.Create("PHASE", "RUN")], cancellation)).Demanded();
        if (answer.Address.AbsolutePath != jobs.AbsolutePath) return answer.Address;
        return JobId().Match(answer.Head) is { Success: true } id
            ? Below(jobs, id.Groups["id"].Value)
            : throw new RemoteRefusalException($"{jobs} didn't tell where the job is.", answer.Status);
    }

    /// <summary>Waits for a job's end and reads its result.</summary>
    /// <exception cref="RemoteRefusalException">The job failed; its message.</exception>
    public async Task<RemoteAnswer> ResultAsync(Uri job, CancellationToken cancellation)
    {
        var (wait, began, isStarted) = (ShortestWait, clock.GetTimestamp(), false);
        while (true)
        {
            switch (await PhaseAsync(job, cancellation))
            {
                case "COMPLETED":
                    return await client.SendAsync(HttpMethod.Get, Below(job, "results/result"), null, cancellation);
                case "ERROR":
                    using (var error = await client.SendAsync(HttpMethod.Get, Below(job, "error"), null, cancellation)) throw new RemoteRefusalException(ErrorText.Of(error.Head), error.Status);
                case "ABORTED" or "ARCHIVED":
                    throw new RemoteRefusalException($"The remote ended the job {job} before it was done.");
                case "PENDING" when !isStarted:
                    isStarted = true;
                    (await client.SendAsync(HttpMethod.Post, Below(job, "phase"), [KeyValuePair.Create("PHASE", "RUN")], cancellation)).Dispose();
                    continue;
            }

            if (clock.GetElapsedTime(began) > LongestJob) throw new RemoteRefusalException($"The job {job} isn't done after {LongestJob.TotalHours} hours.");
            await Task.Delay(wait, clock, cancellation);
            wait = wait * 1.5 < LongestWait ? wait * 1.5 : LongestWait;
        }
    }

    /// <summary>Deletes a job, if the service lets us; where it doesn't, it will by itself some day. Not even a cancelled run leaves its job.</summary>
    public async Task DeleteAsync(Uri job)
    {
        using var timeout = new CancellationTokenSource(LongestDelete);
        try
        {
            using var answer = await client.SendAsync(HttpMethod.Delete, job, null, timeout.Token);
            if (answer.Status is not (405 or 501)) return;
        }
        catch (Exception error) when (error is IngestException or OperationCanceledException)
        {
            return;
        }

        try
        {
            (await client.SendAsync(HttpMethod.Post, job, [KeyValuePair.Create("ACTION", "DELETE")], timeout.Token)).Dispose();
        }
        catch (Exception error) when (error is IngestException or OperationCanceledException)
        {
            // It was a courtesy.
        }
    }

    private async Task<string> PhaseAsync(Uri job, CancellationToken cancellation)
    {
        using var answer = (await client.SendAsync(HttpMethod.Get, Below(job, "phase"), null, cancellation)).Demanded();
        var phase = answer.Head.Trim().ToUpperInvariant();
        return Word().IsMatch(phase) ? phase : throw new RemoteRefusalException($"The phase of {job} should be a word, but is: {ErrorText.Of(answer.Head)}");
    }

    /// <summary>An address below another, whose own slashes stay as they are.</summary>
    private static Uri Below(Uri address, string path) => new($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");

    [GeneratedRegex("<(\\w+:)?jobId>\\s*(?<id>[A-Za-z0-9_.~-]+)\\s*</")]
    private static partial Regex JobId();

    [GeneratedRegex("^[A-Z]{1,20}$")]
    private static partial Regex Word();
}
