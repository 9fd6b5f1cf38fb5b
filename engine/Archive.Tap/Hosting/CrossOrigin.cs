using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Hosting;

/// <summary>Lets pages of other sites use the service: all in it is public, and nothing goes by a cookie.</summary>
internal static class CrossOrigin
{
    private const string Exposed = "Location, Retry-After, Content-Length, Content-Encoding, Content-Disposition, Content-Range, Accept-Ranges, ETag, Last-Modified, X-TAP-MaxRec, X-TAP-Overflow";

    public static void Allow(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = Exposed;
    }

    /// <summary>Answers what a browser asks before it sends a request: which methods and headers it may use.</summary>
    public static Task AnswerOptions(HttpContext context, string methods)
    {
        var headers = context.Response.Headers;
        headers.Allow = methods;
        headers.AccessControlAllowMethods = methods;
        headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders is [{ Length: > 0 and <= 1024 } asked] ? asked : "*";
        headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
