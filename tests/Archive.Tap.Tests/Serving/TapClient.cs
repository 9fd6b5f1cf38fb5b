using System.Net;
using System.Xml.Linq;

namespace Archive.Tap.Tests.Serving;

/// <summary>Requests as clients send them, and answers as they read them.</summary>
internal static class TapClient
{
    private static readonly XNamespace Votable = "http://www.ivoa.net/xml/VOTable/v1.3";

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] parameters) =>
        new(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, params (string Name, string Value)[] parameters) =>
        client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), Form(parameters));

    public static Task<HttpResponseMessage> QueryAsync(this HttpClient client, string adql, params (string Name, string Value)[] more) =>
        client.PostAsync("/TAP/sync", [("LANG", "ADQL"), ("QUERY", adql), .. more]);

    /// <summary>The lines of a successful answer as CSV, the header left out.</summary>
    public static async Task<string[]> CsvRowsAsync(this HttpClient client, string adql, params (string Name, string Value)[] more)
    {
        using var response = await client.QueryAsync(adql, [("FORMAT", "csv"), .. more]);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
    }

    public static async Task<XElement> XmlAsync(this HttpResponseMessage response) => XElement.Parse(await response.Content.ReadAsStringAsync());

    /// <summary>The Content-Type without the blanks that .NET's client adds to it.</summary>
    public static string ContentTypeText(this HttpResponseMessage response) => response.Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The values of QUERY_STATUS before and after the table; null where there is none.</summary>
    public static (string? Before, string? After) QueryStatus(this XElement votable)
    {
        var resource = votable.Element(Votable + "RESOURCE")!;
        Assert.Equal("results", (string?)resource.Attribute("type"));
        var table = resource.Element(Votable + "TABLE");
        var statuses = resource.Elements(Votable + "INFO").Where(info => (string?)info.Attribute("name") == "QUERY_STATUS").ToList();
        return ((string?)statuses.SingleOrDefault(info => table is null || info.IsBefore(table))?.Attribute("value"),
            (string?)statuses.SingleOrDefault(info => table is not null && info.IsAfter(table))?.Attribute("value"));
    }

    public static int RowCount(this XElement votable) => votable.Descendants(Votable + "TR").Count();

    public static List<string> FieldNames(this XElement votable) => [.. votable.Descendants(Votable + "FIELD").Select(field => (string)field.Attribute("name")!)];

    /// <summary>The message of an error answer, which has the one shape that all have.</summary>
    public static async Task<string> ErrorAsync(this HttpResponseMessage response)
    {
        Assert.Equal("application/x-votable+xml", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">", text, StringComparison.Ordinal);
        var document = XElement.Parse(text);
        Assert.Equal(("ERROR", null), document.QueryStatus());
        Assert.Empty(document.Descendants(Votable + "TABLE"));
        return document.Descendants(Votable + "INFO").Single().Value;
    }
}
