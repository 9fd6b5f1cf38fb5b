using Microsoft.Extensions.Logging;

namespace Archive.Tap;

/// <summary>All that the service logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Resource} answered: {Rows} rows, {Bytes} bytes, {Milliseconds:F1} ms, overflow {IsOverflow}, run {RunId}: {Query}")]
    public static partial void QueryAnswered(this ILogger logger, string resource, long rows, long bytes, double milliseconds, bool isOverflow, string? runId, string query);

    [LoggerMessage(2, LogLevel.Information, "{Resource} refused with {StatusCode}: {Message}")]
    public static partial void Refused(this ILogger logger, string resource, int statusCode, string message);

    [LoggerMessage(3, LogLevel.Error, "{Resource} failed, number {LogId}")]
    public static partial void Failed(this ILogger logger, Exception error, string resource, string logId);

    [LoggerMessage(4, LogLevel.Warning, "The job in {Folder} can't be read and is passed over")]
    public static partial void JobUnreadable(this ILogger logger, Exception error, string folder);

    [LoggerMessage(5, LogLevel.Warning, "The folder of job {JobId} can't be removed")]
    public static partial void JobNotRemoved(this ILogger logger, Exception error, string jobId);
}
