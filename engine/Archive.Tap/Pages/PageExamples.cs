using Archive.Catalogue.Tables;

namespace Archive.Tap.Pages;

/// <summary>Something to copy into a terminal or a notebook.</summary>
internal sealed record PageExample(string Title, string Text);

internal static class PageExamples
{
    /// <summary>Examples that work on the archive's own tables: the first of them that has positions, or the first at all.</summary>
    public static IEnumerable<PageExample> Of(IReadOnlyCollection<Table> tables, string baseUrl)
    {
        var table = tables.FirstOrDefault(table => table.Position is not null) ?? tables.FirstOrDefault();
        var name = table?.ListedName ?? "TAP_SCHEMA.tables";
        yield return new PageExample("Count the rows, with curl:", Curl(baseUrl, $"SELECT COUNT(*) FROM {name}"));
        yield return table?.Position is { } position
            ? new PageExample("What is within a degree of a position (ICRS degrees), as CSV:", Curl(baseUrl,
                $"SELECT TOP 100 * FROM {name} WHERE 1=CONTAINS(POINT({position.RightAscension}, {position.Declination}), CIRCLE(262.0, 17.0, 1.0))"))
            : new PageExample("Some rows, as CSV:", Curl(baseUrl, $"SELECT TOP 100 * FROM {name}"));
        yield return new PageExample("The same from Python, with PyVO:", $"""
            import pyvo
            service = pyvo.dal.TAPService("{baseUrl}")
            rows = service.search("SELECT TOP 10 * FROM {name}").to_table()
            """);
    }

    private static string Curl(string baseUrl, string adql) => $"curl '{baseUrl}/sync' -d LANG=ADQL -d FORMAT=csv --data-urlencode 'QUERY={adql}'";
}
