namespace Archive.Formats;

public enum ResultStatus
{
    /// <summary>All rows of the result were written.</summary>
    Complete,

    /// <summary>There are more rows than MAXREC or the service allows (DALI 1.1, section 4.4.1).</summary>
    Overflow,

    /// <summary>The query failed after its first rows were written.</summary>
    Error,
}

/// <summary>How a result ended, known only after its last row.</summary>
/// <param name="Status">Whether all of it was written.</param>
/// <param name="Message">What went wrong, for the user to read; null unless the status is an error.</param>
public sealed record ResultEnding(ResultStatus Status, string? Message = null)
{
    public static ResultEnding Complete { get; } = new(ResultStatus.Complete);

    public static ResultEnding Overflow { get; } = new(ResultStatus.Overflow);

    public static ResultEnding Error(string message) => new(ResultStatus.Error, message);
}

public static class ResultStatusWords
{
    /// <summary>The status as QUERY_STATUS has it (DALI 1.1, section 4.4).</summary>
    public static string Word(this ResultStatus status) => status switch
    {
        ResultStatus.Complete => "OK",
        ResultStatus.Overflow => "OVERFLOW",
        _ => "ERROR",
    };
}
