using System.Buffers;
using System.Globalization;
using Archive.Formats.Votable;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Errors;

/// <summary>The one way in which an error is told over HTTP: a VOTable with QUERY_STATUS=ERROR (DALI 1.1, section 4.4.3), whatever format was asked for.</summary>
internal static class ErrorResponse
{
    public const string ContentType = "application/x-votable+xml";

    public static Task WriteAsync(HttpResponse response, Fault fault)
    {
        response.StatusCode = fault.StatusCode;
        if (fault.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteDocumentAsync(response, fault.Message);
    }

    /// <summary>Writes the document and leaves the status as it is.</summary>
    public static Task WriteDocumentAsync(HttpResponse response, string message)
    {
        var document = new ArrayBufferWriter<byte>();
        VotableErrorWriter.Write(document, message);
        response.ContentType = ContentType;
        response.ContentLength = document.WrittenCount;
        return response.Body.WriteAsync(document.WrittenMemory, response.HttpContext.RequestAborted).AsTask();
    }
}
