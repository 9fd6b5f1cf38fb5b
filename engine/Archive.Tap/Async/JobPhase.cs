namespace Archive.Tap.Async;

/// <summary>
/// Where a job is in its life (UWS 1.1, section 2.2.1). A job is EXECUTING from the moment at which its RUN was accepted, also while it
/// waits for its turn: clients of published scripts take any other word for its end. So QUEUED, HELD, SUSPENDED, UNKNOWN and ARCHIVED
/// don't occur.
/// </summary>
internal enum JobPhase
{
    Pending,
    Executing,
    Completed,
    Error,
    Aborted,
}

internal static class JobPhases
{
    /// <summary>All words of UWS, which a client may ask for.</summary>
    private static readonly string[] Words = ["PENDING", "QUEUED", "EXECUTING", "COMPLETED", "ERROR", "ABORTED", "UNKNOWN", "HELD", "SUSPENDED", "ARCHIVED"];

    /// <summary>The phase as UWS writes it.</summary>
    public static string Word(this JobPhase phase) => phase switch
    {
        JobPhase.Pending => "PENDING",
        JobPhase.Executing => "EXECUTING",
        JobPhase.Completed => "COMPLETED",
        JobPhase.Error => "ERROR",
        _ => "ABORTED",
    };

    /// <summary>True where the phase can't change any more.</summary>
    public static bool IsFinal(this JobPhase phase) => phase is JobPhase.Completed or JobPhase.Error or JobPhase.Aborted;

    public static bool IsWord(string text) => Words.Contains(text);
}
