using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Parameters;

/// <summary>
/// Puts the boundary of a multipart form into quotes where it needs them and has none: astroquery's, <c>===1732476000000===</c>, holds signs that RFC 2045, section 5.1 allows in quotes only,
/// and the form would be taken for none at all.
/// </summary>
internal static class MultipartBoundary
{
    private const string Type = "multipart/form-data", Parameter = "boundary=";

    public static void Quote(HttpRequest request)
    {
        if (request.HasFormContentType || request.ContentType is not { } type || !type.TrimStart().StartsWith(Type, StringComparison.OrdinalIgnoreCase)) return;
        var start = type.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return;
        var boundary = type[(start + Parameter.Length)..].Split(';', 2)[0].Trim();
        if (!boundary.Contains('"', StringComparison.Ordinal)) request.ContentType = $"{Type}; {Parameter}\"{boundary}\"";
    }
}
