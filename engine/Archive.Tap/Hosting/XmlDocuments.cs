using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Hosting;

/// <summary>Writes the service's own XML documents.</summary>
internal static class XmlDocuments
{
    public const string ContentType = "text/xml; charset=utf-8";

    public static XNamespace SchemaInstance { get; } = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    public static byte[] ToBytes(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings)) new XDocument(root).Save(writer);
        return stream.ToArray();
    }

    public static Task WriteAsync(HttpResponse response, XElement root) => WriteAsync(response, ToBytes(root));

    public static Task WriteAsync(HttpResponse response, byte[] document)
    {
        response.ContentType = ContentType;
        response.ContentLength = document.Length;
        return response.Body.WriteAsync(document, 0, document.Length, response.HttpContext.RequestAborted);
    }

    /// <summary>Text as an XML document can hold it: what XML has no place for, control characters and halves of surrogate pairs, becomes U+FFFD.</summary>
    public static string Legal(string text)
    {
        var isLegal = true;
        for (var i = 0; i < text.Length && isLegal; i++) isLegal = XmlConvert.IsXmlChar(text[i]);
        if (isLegal) return text;

        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            legal.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return legal.ToString();
    }

    /// <summary>An element that is left out where it would be empty.</summary>
    public static XElement? Optional(XName name, string? value) => string.IsNullOrEmpty(value) ? null : new XElement(name, Legal(value));

    /// <summary>An xsi:type; its prefix must be declared on the root.</summary>
    public static XAttribute Type(string qualifiedName) => new(SchemaInstance + "type", qualifiedName);

    public static XAttribute Prefix(string prefix, XNamespace ns) => new(XNamespace.Xmlns + prefix, ns.NamespaceName);
}
