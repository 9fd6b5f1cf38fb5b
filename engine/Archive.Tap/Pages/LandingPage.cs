using System.Globalization;
using System.Net;
using System.Text;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Tables;
using Archive.Engine;
using Archive.Tap.ConeSearch;
using Archive.Tap.Examples;
using Archive.Tap.Hosting;
using Archive.Tap.Products;
using Archive.Tap.Vosi;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Pages;

/// <summary>A page for people who open the service in a browser: what it is, its tables, examples to copy. It loads nothing from elsewhere.</summary>
internal sealed class LandingPage(ArchiveEngine engine, ServiceAddress address, SnapshotFacts facts, ProductFolder products)
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
        h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem }
        code, pre { font: 14px/1.45 ui-monospace, monospace } pre { background: #f4f4f1; padding: .7rem 1rem; overflow-x: auto; border-radius: 4px }
        table { border-collapse: collapse } th, td { text-align: left; padding: .25rem 1.5rem .25rem 0; vertical-align: top } td.number { text-align: right }
        tr + tr { border-top: 1px solid #ddd }
        @media (prefers-color-scheme: dark) { body { color: #ddd; background: #181818 } pre { background: #262626 } a { color: #8bf } tr + tr { border-color: #444 } }
        """;

    public IEnumerable<Resource> Resources =>
    [
        new Resource("/") { Get = ShowAsync },
        new Resource(ServiceAddress.BasePath) { Get = ShowAsync },
    ];

    private Task ShowAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var page = Encoding.UTF8.GetBytes(Render(address.BaseOf(context.Request), address.RootOf(context.Request)));
        context.Response.ContentLength = page.Length;
        return context.Response.Body.WriteAsync(page, context.RequestAborted).AsTask();
    }

    private string Render(string baseUrl, string rootUrl)
    {
        var settings = ArchiveSettings.Read(engine.Folder);
        var tables = engine.Current.Tables.Tables.Where(table => table.Schema != TapSchema.SchemaName).ToList();
        var url = Encode(baseUrl);
        var root = Encode(rootUrl);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(settings.Name)}</title><style>{Style}</style></head>
            <body>
            <h1>{Encode(settings.Name)}</h1>
            <p>{Encode(settings.Description)}</p>
            {(settings.IsSynthetic ? "<p><strong>The rows of this archive are synthetic: no telescope ever saw them.</strong></p>" : "")}
            <p>This is an IVOA <abbr title="Table Access Protocol">TAP</abbr> 1.1 service. Its address for TOPCAT, PyVO, STILTS and others is <code>{url}</code>.</p>
            <h2>Tables</h2>
            <table><tr><th>Name</th><th>Rows</th><th>A row is</th></tr>
            {string.Join('\n', tables.Select(Row))}
            </table>
            <p>All columns: <a href="{url}/tables">tables</a>, or ask <code>TAP_SCHEMA.columns</code>.</p>
            <h2>Ask it</h2>
            {string.Join('\n', PageExamples.Of([.. QueryExamples.Of(engine.Current.Tables)], baseUrl).Select(example => $"<p>{Encode(example.Title)}</p>\n<pre>{Encode(example.Text)}</pre>"))}
            <h2>More</h2>
            <ul>
            <li><a href="{url}/examples">Examples</a>, for people and for clients</li>
            <li><a href="{url}/capabilities">Capabilities</a>, <a href="{url}/availability">availability</a>, <a href="{url}/async">jobs</a></li>
            <li>For astroquery's TapPlus, the same service: <code>{root}{ServiceAddress.TapPlusPath}</code></li>
            {string.Join('\n', ConeResource.TablesOf(engine.Current.Tables).Select(table => $"<li>Cone search of {Encode(table.ListedName)}: <code>{root}{ConeResource.BasePath}/{Encode(Uri.EscapeDataString(table.ListedName))}?RA=262&amp;DEC=17&amp;SR=1</code></li>"))}
            <li>What belongs to an observation (DataLink): <code>{url}{ServiceAddress.LinksPath}?ID=</code> and the key of its row</li>
            {(products.IsConfigured ? $"<li>The files themselves: <code>{root}{ProductResources.BasePath}</code> and the <code>filehand</code> of a row</li>" : "")}
            </ul>
            </body>
            </html>

            """;
    }

    private string Row(Table table) =>
        $"<tr><td><code>{Encode(table.ListedName)}</code></td><td class=\"number\">{Encode(facts.RowsOf(table)?.ToString("N0", CultureInfo.InvariantCulture) ?? "")}</td><td>{Encode(table.Description ?? "")}</td></tr>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
