using System.Buffers;
using System.Text.Json;
using Archive.Adql.Diagnostics;
using System.Globalization;
using Archive.Formats.Votable;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Errors;

/// <summary>
/// The one way in which an error is told over HTTP: a VOTable with QUERY_STATUS=ERROR (DALI 1.1, section 4.4.3), whatever format was asked for. Only a client that takes
/// <c>application/json</c> and says so gets an object with <c>message</c> and, for a query's faults, <c>diagnostics</c>.
/// </summary>
internal static class ErrorResponse
{
    public const string ContentType = "application/x-votable+xml";

    public static Task WriteAsync(HttpResponse response, Fault fault)
    {
        response.StatusCode = fault.StatusCode;
        if (fault.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WantsJson(response.HttpContext.Request) ? WriteJsonAsync(response, fault) : WriteDocumentAsync(response, fault.Message);
    }

    /// <summary>Writes the document and leaves the status as it is.</summary>
    public static Task WriteDocumentAsync(HttpResponse response, string message)
    {
        var document = new ArrayBufferWriter<byte>();
        VotableErrorWriter.Write(document, message);
        return SendAsync(response, ContentType, document);
    }

    private static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    private static Task WriteJsonAsync(HttpResponse response, Fault fault)
    {
        var document = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(document))
        {
            json.WriteStartObject();
            json.WriteString("message", fault.Message);
            json.WritePropertyName("diagnostics");
            DiagnosticJson.Write(json, fault.Diagnostics);
            json.WriteEndObject();
        }

        return SendAsync(response, "application/json", document);
    }

    private static Task SendAsync(HttpResponse response, string contentType, ArrayBufferWriter<byte> document)
    {
        response.ContentType = contentType;
        response.ContentLength = document.WrittenCount;
        return response.Body.WriteAsync(document.WrittenMemory, response.HttpContext.RequestAborted).AsTask();
    }
}
