using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Archive.Tap.Hosting;

/// <summary>Sends a file, or the part of it that Range asks for, and not again what its client has already (RFC 9110, sections 13 and 14).</summary>
internal static class FileAnswer
{
    private const string Bytes = "bytes";

    /// <param name="context">The request.</param>
    /// <param name="path">The file.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="written">When it was made; null where that isn't known.</param>
    /// <param name="version">Another one whenever the file is another one.</param>
    /// <param name="name">The name under which a browser shall keep it; null where it needs none.</param>
    public static Task SendAsync(HttpContext context, string path, string contentType, DateTimeOffset? written, string version, string? name = null)
    {
        // What is counted in another unit is as if it weren't asked for (section 14.2); ASP.NET Core would count it in bytes.
        var headers = context.Request.Headers;
        if (RangeHeaderValue.TryParse(headers.Range.ToString(), out var range) && !range.Unit.Equals(Bytes, StringComparison.OrdinalIgnoreCase)) headers.Remove(HeaderNames.Range);
        return Microsoft.AspNetCore.Http.Results.File(path, contentType, name, written, new EntityTagHeaderValue($"\"{version}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }
}
