using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Errors;

/// <summary>A request that can't be fulfilled, with the HTTP status and the words that its sender shall see.</summary>
internal sealed class TapException(int statusCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int StatusCode { get; } = statusCode;

    /// <summary>Seconds after which the same request may succeed; null where waiting doesn't help.</summary>
    public int? RetryAfterSeconds { get; init; }

    public static TapException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    public static TapException Forbidden(string message) => new(StatusCodes.Status403Forbidden, message);

    public static TapException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    public static TapException Busy(string message) => new(StatusCodes.Status503ServiceUnavailable, message) { RetryAfterSeconds = 5 };
}
