namespace Archive.Tools;

/// <summary>What the program's exit status says.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The archive's own fault, or damage found.</summary>
    public const int Failed = 1;

    /// <summary>What was asked can't be done as asked: a bad query, a missing folder, a busy port.</summary>
    public const int UsersFault = 2;
}
