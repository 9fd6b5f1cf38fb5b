using Archive.Catalogue.Observations;
using Archive.Formats;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;
using Archive.Tap.Products;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.DataLink;

/// <summary>
/// /links: what belongs to the observations that ID names, by a row's identifier or its key alone, which TABLE says the table of (DataLink 1.1, section 2): the file, if it is here, and the whole row with all that its
/// header said. It is below TAP's path and, where clients of other archives look for it, at /datalink/links.
/// </summary>
internal sealed class LinksResource(RowLookup lookup, ProductFolder products, ServiceAddress address, ParameterReader reader)
{
    /// <summary>IDs that one request may name; those beyond are left out, and the document says so.</summary>
    public const int MaximumIds = 1_000;

    /// <summary>No key is longer; what is longer names nothing.</summary>
    private const int MaximumIdCharacters = 1_024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public IEnumerable<Resource> Resources =>
    [
        new Resource(ServiceAddress.BasePath + ServiceAddress.LinksPath) { Get = ListAsync, Post = ListAsync },
        new Resource("/datalink/links") { Get = ListAsync, Post = ListAsync },
    ];

    private async Task ListAsync(HttpContext context)
    {
        var parameters = await reader.ReadAsync(context.Request);
        var contentType = ReadContentType(parameters);
        var ids = parameters.All("ID").Distinct(StringComparer.Ordinal).Take(MaximumIds + 1).ToList();
        var isOverflow = ids.Count > MaximumIds;
        if (isOverflow) ids.RemoveAt(MaximumIds);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(Timeout);
        var rows = await lookup.FindAsync([.. ids.Where(id => id.Length <= MaximumIdCharacters)], parameters.Single("TABLE"), deadline.Token);
        var root = address.RootOf(context.Request);
        var links = ids.SelectMany(id => rows.TryGetValue(id, out var row) ? LinksOf(id, row, root) : [Link.NotFound(id)]);
        var document = XmlDocuments.ToBytes(LinksDocument.Create(links, isOverflow));
        context.Response.ContentType = contentType;
        context.Response.ContentLength = document.Length;
        await context.Response.Body.WriteAsync(document, context.RequestAborted);
    }

    private IEnumerable<Link> LinksOf(string id, FoundRow row, string root)
    {
        if (products.TryFind(row.FileHandle, out var product))
        {
            yield return new Link(id, "#this")
            {
                AccessUrl = root + ProductResources.AddressOf(row.FileHandle!),
                Description = "The file of the observation.",
                ContentType = product.ContentType,
                ContentLength = product.Bytes,
            };
        }

        var adql = $"SELECT * FROM {AdqlText.Name(row.Table)} WHERE {AdqlText.Name(row.Table.KeyColumn!)} = {RowLookup.LiteralOf(row.Table, row.Key)}";
        yield return new Link(id, "#auxiliary")
        {
            AccessUrl = $"{root}{ServiceAddress.BasePath}/sync?LANG=ADQL&QUERY={Uri.EscapeDataString(adql)}",
            Description = $"All that {row.Table.ListedName} says of the observation, as a table of one row.",
            ContentType = ResultFormats.Default.ContentType,
        };
    }

    /// <summary>The document is a VOTable in TABLEDATA, whatever of its names it is asked by (DataLink 1.1, section 2.1.2).</summary>
    private static string ReadContentType(RequestParameters parameters)
    {
        if (parameters.Single("RESPONSEFORMAT") is not { } format || format.Equals(ObsCore.LinksFormat, StringComparison.OrdinalIgnoreCase)) return ObsCore.LinksFormat;
        return ResultFormats.Find(format) is { } match && match.Format == ResultFormats.Default
            ? match.ContentType.StartsWith("application/x-votable", StringComparison.Ordinal) ? ObsCore.LinksFormat : match.ContentType
            : throw TapException.BadRequest($"UsageFault: RESPONSEFORMAT '{RequestParameters.Shortened(format)}' is not a format of this resource. It gives VOTable in TABLEDATA only: votable, text/xml, {ObsCore.LinksFormat}.");
    }
}
