using Microsoft.Extensions.Logging;

namespace Archive.Tap;

/// <summary>All that the service logs.</summary>
internal static partial class Log
{
    /// <summary>One line for each query, whatever came of it. Times are in milliseconds.</summary>
    [LoggerMessage(1, LogLevel.Information, "query {Resource} {Status} client={Client} run={RunId} format={Format} rows={Rows} bytes={Bytes} overflow={IsOverflow} wait={WaitMilliseconds} translate={TranslateMilliseconds} first={FirstRowsMilliseconds} write={WriteMilliseconds} total={TotalMilliseconds} problem=\"{Problem}\" query=\"{Query}\"")]
    public static partial void QueryEnded(
        this ILogger logger, string resource, int status, string client, string runId, string format, long rows, long bytes, bool isOverflow,
        double waitMilliseconds, double translateMilliseconds, double firstRowsMilliseconds, double writeMilliseconds, double totalMilliseconds, string problem, string query);

    [LoggerMessage(2, LogLevel.Information, "{Resource} refused with {StatusCode}: {Message}")]
    public static partial void Refused(this ILogger logger, string resource, int statusCode, string message);

    [LoggerMessage(3, LogLevel.Error, "{Resource} failed, number {LogId}")]
    public static partial void Failed(this ILogger logger, Exception error, string resource, string logId);

    [LoggerMessage(4, LogLevel.Warning, "The job in {Folder} can't be read and is passed over")]
    public static partial void JobUnreadable(this ILogger logger, Exception error, string folder);

    [LoggerMessage(5, LogLevel.Warning, "The folder {Folder} of a job that is gone can't be removed; the next start tries again")]
    public static partial void FolderNotRemoved(this ILogger logger, Exception error, string folder);

    [LoggerMessage(6, LogLevel.Warning, "The job in {Folder} is damaged and shown as an error")]
    public static partial void JobDamaged(this ILogger logger, Exception? error, string folder);

    [LoggerMessage(7, LogLevel.Warning, "Job {JobId} can't be written or removed; it is tried again in a minute")]
    public static partial void JobNotChanged(this ILogger logger, Exception error, string jobId);
}
