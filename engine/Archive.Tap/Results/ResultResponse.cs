using Archive.Tap.Parameters;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Results;

/// <summary>Sends a result as the answer to a request: in one piece and with its length where it is small, else as a stream.</summary>
internal static class ResultResponse
{
    /// <param name="result">The result; its first rows are there.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="response">Has nothing of it yet.</param>
    /// <param name="abandon">Stops the sending at any place.</param>
    public static async Task SendAsync(QueryResult result, QueryRequest request, HttpResponse response, CancellationToken abandon)
    {
        using var output = new ResponseOutput(response);
        response.ContentType = request.Format.ContentType;
        var status = request.Format.Format.TellsStatus ? null : new StatusHeaders(response, request.MaximumRows);
        await result.WriteAsync(output, abandon);
        status?.Tell(result.IsOverflow);
        await output.CompleteAsync(abandon);
    }
}
