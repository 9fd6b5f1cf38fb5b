using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Archive.Adql.Diagnostics;
using Archive.Formats;
using Archive.Formats.Votable;
using Archive.Tap.Parameters;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Errors;

/// <summary>
/// The one way in which an error is told over HTTP: a VOTable with QUERY_STATUS=ERROR (DALI 1.1, section 4.4.3), whatever format was asked for. Only a client that
/// asks for JSON, in RESPONSEFORMAT or, where that is missing, as the first type of Accept, gets an object with <c>query</c>, <c>message</c> and <c>diagnostics</c>.
/// </summary>
internal static class ErrorResponse
{
    public const string ContentType = "application/x-votable+xml";

    private const string JsonType = "application/json";

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

    /// <summary>Does whoever sent the request read JSON rather than VOTable, when it fails?</summary>
    public static bool WantsJson(HttpRequest request)
    {
        // Where the parameters couldn't be read, Accept alone tells.
        if (request.HttpContext.Features.Get<RequestParameters>() is { } parameters && parameters.All("RESPONSEFORMAT").Concat(parameters.All("FORMAT")).FirstOrDefault() is { } format)
            return IsJson(format);
        return request.GetTypedHeaders().Accept is [{ Quality: not 0 } first, ..] && first.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsJson(string format) =>
        ResultFormats.Find(format)?.Format.MediaTypes[0].Essence.Equals(JsonType, StringComparison.OrdinalIgnoreCase) == true;

    private static Task WriteJsonAsync(HttpResponse response, Fault fault)
    {
        var document = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(document))
        {
            json.WriteStartObject();
            json.WriteString("query", fault.Query);
            json.WriteString("message", fault.Message);
            json.WritePropertyName("diagnostics");
            DiagnosticJson.Write(json, fault.Diagnostics);
            json.WriteEndObject();
        }

        return SendAsync(response, JsonType, document);
    }

    private static Task SendAsync(HttpResponse response, string contentType, ArrayBufferWriter<byte> document)
    {
        response.ContentType = contentType;
        response.ContentLength = document.WrittenCount;
        return response.Body.WriteAsync(document.WrittenMemory, response.HttpContext.RequestAborted).AsTask();
    }
}
