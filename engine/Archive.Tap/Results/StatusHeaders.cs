using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Results;

/// <summary>
/// How a result ended, told around a document that has no place for it: in a header where it is known before the first byte is sent, else in a trailer, which
/// comes after the last and is missing where the body was cut off.
/// </summary>
internal sealed class StatusHeaders
{
    /// <summary><c>true</c> where rows were left out.</summary>
    public const string Overflow = "X-TAP-Overflow";

    /// <summary>How many rows may come at most.</summary>
    private const string MaximumRows = "X-TAP-MaxRec";

    private readonly HttpResponse response;

    public StatusHeaders(HttpResponse response, long maximumRows)
    {
        this.response = response;
        response.Headers[MaximumRows] = maximumRows.ToString(CultureInfo.InvariantCulture);
        if (response.SupportsTrailers()) response.DeclareTrailer(Overflow);
    }

    /// <summary>Tells how the result ended.</summary>
    public void Tell(bool isOverflow)
    {
        if (response.HasStarted)
        {
            if (response.SupportsTrailers()) response.AppendTrailer(Overflow, isOverflow ? "true" : "false");
            return;
        }

        response.Headers.Remove("Trailer");
        if (isOverflow) response.Headers[Overflow] = "true";
    }
}
