using System.Collections.Immutable;
using Archive.Tap.Parameters;
using Archive.Tap.Uploads;

namespace Archive.Tap.Async;

/// <summary>A parameter of a job. Its name is in upper case.</summary>
internal sealed record JobParameter(string Name, string Value);

/// <summary>A finished result.</summary>
/// <param name="FileName">Name of its file in the job's folder.</param>
/// <param name="ContentType">Media type that was asked for.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="IsOverflow">True where more rows would have come than MAXREC allows.</param>
internal sealed record JobResult(string FileName, string ContentType, long Bytes, long Rows, bool IsOverflow);

/// <summary>Why a job failed; transient where the same job may succeed later (UWS 1.1, section 2.2.1.4).</summary>
internal sealed record JobError(string Message, bool IsTransient);

/// <summary>All that is known of a job at one moment, as it is kept on the disk. A change makes a new one.</summary>
internal sealed record JobRecord
{
    private const string UploadName = "UPLOAD";

    public required string Id { get; init; }

    public JobPhase Phase { get; init; }

    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>When RUN was accepted; null before.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it completed, failed or was aborted; null before.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Seconds that it may run, counted from its turn, not from the RUN.</summary>
    public required int ExecutionDurationSeconds { get; init; }

    /// <summary>When the job and its result are destroyed.</summary>
    public required DateTimeOffset Destruction { get; init; }

    /// <summary>The parameters that were given, one a name, in the order in which they came.</summary>
    public ImmutableArray<JobParameter> Parameters { get; init; } = [];

    /// <summary>Address of the DataLink resource as whoever made the job reaches it; null in a record that is older than such addresses.</summary>
    public string? LinksUrl { get; init; }

    /// <summary>The documents that came with UPLOAD, one a label.</summary>
    public ImmutableArray<JobUpload> Uploads { get; init; } = [];

    /// <summary>Null unless it completed.</summary>
    public JobResult? Result { get; init; }

    /// <summary>Null unless it failed or was stopped.</summary>
    public JobError? Error { get; init; }

    public string? Query => ValueOf("QUERY");

    public string? RunId => ValueOf("RUNID");

    /// <summary>
    /// The job with parameters added, each in the place of the former one of its name. UPLOAD is a list, of which each table takes the place of the former one of its
    /// name.
    /// </summary>
    public JobRecord With(IEnumerable<JobParameter> given)
    {
        var parameters = Parameters.ToList();
        foreach (var parameter in given)
        {
            var place = parameters.FindIndex(former => former.Name == parameter.Name);
            if (place < 0) parameters.Add(parameter);
            else if (parameter.Name == UploadName) parameters[place] = parameter with { Value = UploadList.Merge(parameters[place].Value, parameter.Value) };
            else parameters[place] = parameter;
        }

        return this with { Parameters = [.. parameters] };
    }

    /// <summary>The job with documents added, each in the place of the former one of its label; those that UPLOAD doesn't name any more are left out.</summary>
    public JobRecord With(ImmutableArray<JobUpload> given)
    {
        var named = UploadList.LabelsIn(Parameters.Where(parameter => parameter.Name == UploadName).Select(parameter => parameter.Value)).ToHashSet();
        return this with { Uploads = [.. Uploads.Where(upload => named.Contains(upload.Label) && given.All(other => other.Label != upload.Label)), .. given] };
    }

    public RequestParameters ToRequest()
    {
        var request = new RequestParameters();
        foreach (var parameter in Parameters) request.Add(parameter.Name, parameter.Value);
        return request;
    }

    private string? ValueOf(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value;
}
