using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Archive.Catalogue.Tables;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Html;

/// <summary>What a page has before and after its rows. It loads nothing and runs nothing.</summary>
internal static class HtmlPage
{
    private const string Style = """
        body { display: flex; flex-direction: column; align-items: flex-start; font: 15px/1.45 system-ui, sans-serif; margin: 1.5rem; color: #222; background: #fff }
        pre { font: 13px/1.4 ui-monospace, monospace; background: #f4f4f1; padding: .6rem .9rem; margin: 0 0 1rem; border-radius: 4px; white-space: pre-wrap }
        .status { order: -1; margin: 0 0 1rem; font-weight: 600 } .cut { color: #b00 }
        table { border-collapse: collapse } th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; white-space: nowrap }
        td { font-variant-numeric: tabular-nums; border-top: 1px solid #ddd } th { position: sticky; top: 0; background: #fff } th small { display: block; font-weight: 400; color: #666 }
        @media (prefers-color-scheme: dark) { body, th { color: #ddd; background: #181818 } pre { background: #262626 } a { color: #8bf } td { border-color: #444 } th small { color: #999 } .cut { color: #f77 } }
        """;

    public static byte[] Header(ResultDescription description)
    {
        var page = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Result</title>
            <style>
            {Style}
            {RightAligned(description.Columns)}
            </style>
            </head>
            <body>

            """);
        if (description.Query is { } query) page.Append("<pre>").Append(Escaped(query)).Append("</pre>\n");
        page.Append("<table>\n<thead><tr>");
        foreach (var column in description.Columns) AppendHeading(page, column);
        page.Append("</tr></thead>\n<tbody>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <summary>The end of the page. The style shows how the result ended above the rows, though it is known only now.</summary>
    public static byte[] Trailer(ResultEnding ending, long rowCount) => Encoding.UTF8.GetBytes($"""
        </tbody>
        </table>
        <p class="{(ending.Status == ResultStatus.Complete ? "status" : "status cut")}">{Escaped(EndingSentence.Of(ending, rowCount))}</p>
        </body>
        </html>

        """);

    private static void AppendHeading(StringBuilder page, Column column)
    {
        page.Append(column.Description is { } description ? $"<th title=\"{Escaped(description)}\">" : "<th>").Append(Escaped(column.Name));
        if (column.Unit is { } unit) page.Append("<small>").Append(Escaped(unit)).Append("</small>");
        page.Append("</th>");
    }

    /// <summary>Numbers stand at the right, so that their digits are below one another.</summary>
    private static string RightAligned(ImmutableArray<Column> columns)
    {
        var selectors = columns.Index().Where(column => column.Item.Type.IsNumeric)
            .Select(column => string.Create(CultureInfo.InvariantCulture, $"tr > :nth-child({column.Index + 1})"));
        return string.Join(", ", selectors) is { Length: > 0 } list ? list + " { text-align: right }" : "";
    }

    private static string Escaped(string text)
    {
        var output = new ByteBuffer();
        Votable.XmlText.Attribute.Append(text, output);
        return Encoding.UTF8.GetString(output.Written);
    }
}
