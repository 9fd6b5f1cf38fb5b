using System.Xml.Linq;
using Archive.Engine;
using Archive.Tap.Hosting;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Examples;

/// <summary>/examples: the examples as a page that clients can read, too: XHTML with RDFa (DALI 1.1, section 2.3; TAP 1.1, section 2.4.4).</summary>
internal sealed class ExamplesResource(ArchiveEngine engine)
{
    public const string Path = "/examples";

    private const string Vocabulary = "http://www.ivoa.net/rdf/examples#";
    private const string ContentType = "application/xhtml+xml; charset=utf-8";
    private const string Style = "body { font: 16px/1.5 sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem } pre { background: #f4f4f1; padding: .7rem 1rem; overflow-x: auto }";

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public Resource Resource => new(ServiceAddress.BasePath + Path) { Get = ShowAsync };

    private Task ShowAsync(HttpContext context)
    {
        var document = XmlDocuments.ToBytes(Document(QueryExamples.Of(engine.Current.Tables)));
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = document.Length;
        return context.Response.Body.WriteAsync(document, context.RequestAborted).AsTask();
    }

    private static XElement Document(IEnumerable<QueryExample> examples) => new(Xhtml + "html",
        new XAttribute("lang", "en"),
        new XElement(Xhtml + "head", new XElement(Xhtml + "title", "Examples of queries"), new XElement(Xhtml + "style", Style)),
        new XElement(Xhtml + "body", new XAttribute("vocab", Vocabulary),
            new XElement(Xhtml + "h1", "Examples of queries"),
            examples.Select(Render)));

    private static XElement Render(QueryExample example) => new(Xhtml + "div",
        new XAttribute("typeof", "example"), new XAttribute("id", example.Id), new XAttribute("resource", "#" + example.Id),
        Property("h2", "name", example.Title),
        new XElement(Xhtml + "p", XmlDocuments.Legal(example.Description)),
        Property("pre", "query", example.Adql),
        new XElement(Xhtml + "p", "Table: ", Property("code", "table", example.Table)));

    private static XElement Property(string element, string property, string text) => new(Xhtml + element, new XAttribute("property", property), XmlDocuments.Legal(text));
}
