namespace Archive.Ingest.Mirroring.Remote;

/// <summary>The remote service refuses what was asked. The message is its own, shortened.</summary>
internal sealed class RemoteRefusalException(string message, int status = 0) : Exception(message)
{
    /// <summary>Status of the answer; services of before TAP 1.1 refuse with 200.</summary>
    public int Status { get; } = status;
}

/// <summary>The line or the remote failed in a way that may pass: it is busy, the connection broke, or it took too long.</summary>
internal sealed class RemotePauseException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long the remote wants to be left alone; null where it doesn't say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
