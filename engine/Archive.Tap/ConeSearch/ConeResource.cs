using System.Globalization;
using Archive.Adql;
using Archive.Catalogue.Tables;
using Archive.Engine;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Operations;
using Archive.Tap.Parameters;
using Archive.Tap.Results;
using Archive.Tap.Sync;
using Archive.Tap.Uploads;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.ConeSearch;

/// <summary>
/// /scs/{table}: the rows of a table near a position (Simple Cone Search 1.03). A cone goes the way of every query: it is written as ADQL, compiled and run. What is wrong with the
/// parameters is told in a document under status 200, since the clients of this standard look into no other.
/// </summary>
internal sealed class ConeResource(ArchiveEngine engine, TapOptions options, ServiceAddress address, ParameterReader reader)
{
    public const string BasePath = "/scs";

    public Resource Resource => new(BasePath + "/{table}") { Get = AnswerAsync, Post = AnswerAsync };

    private string TimeoutMessage { get; } = string.Create(CultureInfo.InvariantCulture, $"The search was stopped: it took longer than {options.SyncTimeoutSeconds} s. Ask for a smaller circle, or use TAP.");

    /// <summary>The tables that can be searched so.</summary>
    public static IEnumerable<Table> TablesOf(TableSet tables) => tables.Tables.Where(table => table.Position is not null);

    private async Task AnswerAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["table"] as string ?? "";
        var table = TablesOf(engine.Current.Tables).FirstOrDefault(table => table.ListedName.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw TapException.NotFound($"There is no table '{RequestParameters.Shortened(name)}' with positions. These have: {string.Join(", ", TablesOf(engine.Current.Tables).Select(each => each.ListedName))}.");
        ConeRequest cone;
        try
        {
            cone = ConeRequest.Read(await reader.ReadAsync(context.Request), options);
        }
        catch (TapException error) when (error.StatusCode == StatusCodes.Status400BadRequest)
        {
            await XmlDocuments.WriteAsync(context.Response, ConeErrorDocument.Create(error.Message));
            return;
        }

        await SearchAsync(context, new ConeColumns(table), cone);
    }

    private async Task SearchAsync(HttpContext context, ConeColumns columns, ConeRequest cone)
    {
        var request = new QueryRequest(columns.Query(cone), AdqlVersion.Version21, cone.Radius == 0 ? 0 : cone.MaximumRows, cone.Format, RunId: null) { LinksUrl = address.LinksOf(context.Request) };
        var report = new QueryReport("scs", ClientAddress.Of(context)) { Adql = request.Adql, Format = request.Format.Format.Name };
        context.Features.Set(report);
        using var deadline = new SyncDeadline(options, context.RequestAborted);
        using var result = await QueryResult.StartAsync(engine, request, QueryUploads.None, report, TimeoutMessage, deadline.Query);
        result.Adapt = columns.Adapt;
        await ResultResponse.SendAsync(result, request, context.Response, deadline.Abandon);
    }
}
