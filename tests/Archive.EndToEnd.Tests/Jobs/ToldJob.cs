namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>What the server has told of a job, and what it was asked when the kill came; nothing else may be there after it.</summary>
internal sealed class ToldJob(string id, JobQuestion question)
{
    private static readonly string[] Ends = ["COMPLETED", "ERROR", "ABORTED"];

    public string Id { get; } = id;

    /// <summary>More than one while the answer to a change is awaited.</summary>
    public List<JobQuestion> Questions { get; } = [question];

    public bool IsRunAsked { get; set; }

    public bool IsRunTold { get; set; }

    public bool IsAbortAsked { get; set; }

    public bool IsDeleteAsked { get; set; }

    public bool IsDeleteTold { get; set; }

    /// <summary>The destructions that it may have; null where it wasn't changed.</summary>
    public List<string> Destructions { get; } = [];

    /// <summary>The phase in which it was seen to have ended; null before.</summary>
    public string? End { get; private set; }

    public void Saw(string phase)
    {
        if (Ends.Contains(phase)) End = phase;
    }

    /// <summary>The phases in which a restarted server may show it.</summary>
    public IEnumerable<string> Phases()
    {
        if (End is not null) return [End];
        var phases = new List<string>();
        if (!IsRunTold) phases.Add("PENDING");
        if (IsRunAsked) phases.AddRange(["COMPLETED", "ERROR"]);
        if (IsAbortAsked) phases.Add("ABORTED");
        return phases;
    }
}
