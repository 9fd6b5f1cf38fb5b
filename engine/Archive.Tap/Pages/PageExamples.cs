using Archive.Tap.Examples;

namespace Archive.Tap.Pages;

/// <summary>Something to copy into a terminal or a notebook.</summary>
internal sealed record PageExample(string Title, string Text);

internal static class PageExamples
{
    private const int QueriesShown = 2;

    /// <summary>Examples that work on the archive's own tables: queries as curl sends them, and one from Python.</summary>
    public static IEnumerable<PageExample> Of(IReadOnlyCollection<QueryExample> examples, string baseUrl)
    {
        foreach (var example in examples.Take(QueriesShown)) yield return new PageExample($"{example.Title}, with curl:", Curl(baseUrl, example.Adql));
        yield return new PageExample("From Python, with PyVO:", $"""
            import pyvo
            service = pyvo.dal.TAPService("{baseUrl}")
            rows = service.search("SELECT TOP 10 * FROM {examples.First().Table}").to_table()
            """);
    }

    /// <summary>A quote inside the shell's quotes is written outside of them.</summary>
    private static string Curl(string baseUrl, string adql) =>
        $"curl '{baseUrl}/sync' -d LANG=ADQL -d FORMAT=csv --data-urlencode 'QUERY={adql.Replace('\n', ' ').Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
