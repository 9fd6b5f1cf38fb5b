using System.Diagnostics;

namespace Archive.Tap.Operations;

/// <summary>What is told of one query when it has ended, whatever came of it. Filled in by those who work on it, as far as they get.</summary>
/// <param name="resource">Where it was asked: <c>sync</c>, <c>scs</c>, or the job's id.</param>
/// <param name="client">Who asked.</param>
internal sealed class QueryReport(string resource, string client)
{
    /// <summary>The client went away before its answer was complete. No status of HTTP says so; logs of web servers write this.</summary>
    public const int ClientGone = 499;

    private readonly long start = Stopwatch.GetTimestamp();

    public string Resource { get; } = resource;

    public string Client { get; } = client;

    public string? RunId { get; set; }

    public string Adql { get; set; } = "";

    /// <summary>Name of the result's format; empty where it wasn't known.</summary>
    public string Format { get; set; } = "";

    /// <summary>Time for which it waited for its turn and for a place in the engine.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>Time in which it was parsed, resolved and translated.</summary>
    public TimeSpan Translation { get; set; }

    /// <summary>Time from then to the first rows.</summary>
    public TimeSpan FirstRows { get; set; }

    /// <summary>Time in which the result was made and sent.</summary>
    public TimeSpan Writing { get; private set; }

    public TimeSpan Total { get; private set; }

    public long Rows { get; set; }

    public long Bytes { get; set; }

    public bool IsOverflow { get; set; }

    public int StatusCode { get; private set; }

    /// <summary>Why there is no result; empty where there is one.</summary>
    public string Problem { get; private set; } = "";

    public void End(int statusCode, string problem = "")
    {
        Total = Stopwatch.GetElapsedTime(start);
        Writing = Rows > 0 || Bytes > 0 ? Total - Wait - Translation - FirstRows : TimeSpan.Zero;
        StatusCode = statusCode;
        Problem = problem;
    }
}
