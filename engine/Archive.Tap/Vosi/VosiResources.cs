using System.Globalization;
using System.Xml.Linq;
using Archive.Engine;
using Archive.Tap.Async;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;
using Archive.Tap.TapPlus;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Archive.Tap.Vosi;

/// <summary>/capabilities, /availability, /tables (VOSI 1.1).</summary>
internal sealed class VosiResources(ArchiveEngine engine, TapOptions options, ServiceAddress address, SnapshotFacts facts, ParameterReader reader, TimeProvider time)
{
    private readonly DateTimeOffset upSince = time.GetUtcNow();
    private readonly TableFields fields = new(engine);
    private volatile TablesAnswer? tables;

    public IEnumerable<Resource> Resources =>
    [
        new Resource(ServiceAddress.BasePath + "/capabilities") { Get = ShowCapabilitiesAsync },
        new Resource(ServiceAddress.BasePath + "/availability") { Get = ShowAvailabilityAsync },
        new Resource(ServiceAddress.BasePath + "/tables") { Get = ShowTablesAsync },
        new Resource(ServiceAddress.BasePath + "/tables/{**table}") { Get = ShowTableAsync },
    ];

    private Task ShowCapabilitiesAsync(HttpContext context)
    {
        SetLastModified(context);
        var document = CapabilitiesDocument.Create(address.BaseOf(context.Request), options, engine.Current.Tables);
        document.Add(NeighbourCapabilities.Of(address.BaseOf(context.Request), address.RootOf(context.Request), engine.Current.Tables));
        return XmlDocuments.WriteAsync(context.Response, document);
    }

    private Task ShowAvailabilityAsync(HttpContext context) => XmlDocuments.WriteAsync(context.Response, VosiNamespaces.Root(VosiNamespaces.Availability, "availability",
        new XElement(VosiNamespaces.Availability + "available", "true"),
        new XElement(VosiNamespaces.Availability + "upSince", UwsTime.Write(upSince)),
        engine.RefreshProblem is null ? null : new XElement(VosiNamespaces.Availability + "note", "The newest rows can't be taken at the moment; queries are answered from the rows before them.")));

    private async Task ShowTablesAsync(HttpContext context)
    {
        var parameters = await reader.ReadAsync(context.Request);
        var withColumns = parameters.Single("detail") switch
        {
            "min" => false,
            null or "max" => true,
            var other => throw TapException.BadRequest($"detail '{RequestParameters.Shortened(other)}' is neither min nor max."),
        };
        SetLastModified(context);
        if (ServiceAddress.IsTapPlus(context.Request)) await ShowTapPlusTablesAsync(context, parameters.Single("tables"), withColumns && parameters.Single("only_tables") != "true");
        else await XmlDocuments.WriteAsync(context.Response, TablesOf(engine.Current, withColumns));
    }

    private Task ShowTapPlusTablesAsync(HttpContext context, string? names, bool withColumns)
    {
        var shown = names is null ? engine.Current.Tables : TapPlusTables.Named(engine.Current.Tables, names);
        if (shown.Tables.IsEmpty) throw TapException.NotFound($"There is no table '{RequestParameters.Shortened(names ?? "")}'. Names are written as .../tables lists them.");
        return XmlDocuments.WriteAsync(context.Response, TapPlusTables.Flag(TablesDocument.Create(shown, facts.RowsOf, withColumns)));
    }

    private Task ShowTableAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["table"] as string ?? "";
        var table = engine.Current.Tables.Tables.FirstOrDefault(table => string.Equals(table.ListedName, name, StringComparison.OrdinalIgnoreCase))
            ?? throw TapException.NotFound($"There is no table '{RequestParameters.Shortened(name)}'. Names are written as .../tables lists them.");
        SetLastModified(context);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return TableFields.IsAskedFor(context.Request) ? fields.SendAsync(context, table) : XmlDocuments.WriteAsync(context.Response, TablesDocument.CreateTable(table, facts.RowsOf(table)));
    }

    /// <summary>The document is made once a snapshot: with hundreds of columns it is larger than most results.</summary>
    private byte[] TablesOf(Snapshot snapshot, bool withColumns)
    {
        if (tables is not { } answer || !ReferenceEquals(answer.Snapshot, snapshot))
            tables = answer = new TablesAnswer(snapshot, Render(snapshot, withColumns: false), Render(snapshot, withColumns: true));
        return withColumns ? answer.Whole : answer.NamesAlone;
    }

    private byte[] Render(Snapshot snapshot, bool withColumns) => XmlDocuments.ToBytes(TablesDocument.Create(snapshot.Tables, facts.RowsOf, withColumns));

    private void SetLastModified(HttpContext context) => context.Response.Headers.LastModified = facts.Newest.ToString("R", CultureInfo.InvariantCulture);

    private sealed record TablesAnswer(Snapshot Snapshot, byte[] NamesAlone, byte[] Whole);
}
