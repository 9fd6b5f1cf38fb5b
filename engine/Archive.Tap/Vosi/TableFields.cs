using Archive.Adql;
using Archive.Catalogue.Tables;
using Archive.Engine;
using Archive.Formats;
using Archive.Tap.Hosting;
using Archive.Tap.Operations;
using Archive.Tap.Parameters;
using Archive.Tap.Results;
using Archive.Tap.Uploads;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Vosi;

/// <summary>
/// One table as a VOTable without rows, which says the same of its columns as its results do (VOSI 1.1, section 2.4). Only who names this type first in Accept gets it: what others
/// accept says nothing of what they read.
/// </summary>
internal sealed class TableFields(ArchiveEngine engine)
{
    private const string ContentType = "application/x-votable+xml";

    private const string StoppedMessage = "The table's description was stopped. Ask again.";

    public static bool IsAskedFor(HttpRequest request) =>
        request.GetTypedHeaders().Accept is [{ Quality: not 0 } first, ..] && first.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase);

    public async Task SendAsync(HttpContext context, Table table)
    {
        var request = new QueryRequest($"SELECT TOP 0 * FROM {AdqlText.Name(table)}", AdqlVersion.Version21, MaximumRows: 1, new ResultFormatMatch(ResultFormats.Default, ContentType), RunId: null);
        var report = new QueryReport("tables", ClientAddress.Of(context));
        using var result = await QueryResult.StartAsync(engine, request, QueryUploads.None, report, StoppedMessage, context.RequestAborted);
        await ResultResponse.SendAsync(result, request, context.Response, context.RequestAborted);
    }
}
