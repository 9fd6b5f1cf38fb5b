using System.Globalization;
using Archive.Adql;
using Archive.Adql.Printing;
using Archive.Adql.Translation;
using Archive.Engine;

namespace Archive.Tools;

/// <summary>The stages of a query, each with its title, in the order in which it goes through them.</summary>
internal static class Explanation
{
    /// <exception cref="Adql.Diagnostics.AdqlException">The query isn't understood.</exception>
    public static IEnumerable<(string Title, string Text)> Of(string adql, ArchiveEngine engine)
    {
        var syntax = AdqlCompiler.Parse(adql, AdqlOptions.Default);
        var resolved = AdqlCompiler.Resolve(syntax, adql, engine.Current.Tables, AdqlOptions.Default);
        var translation = AdqlCompiler.Translate(resolved, AdqlOptions.Default);
        return new[]
        {
            ("ADQL as it was understood", AdqlPrinter.Print(syntax)),
            ("Standard form", translation.Standard?.Text ?? ""),
            ("Functions that only this service has", string.Join(", ", translation.Standard?.ServiceFunctions ?? [])),
            ("Syntax tree", TreePrinter.Print(syntax)),
            ("Resolved query", ResolvedPrinter.Print(resolved)),
            ("SQL", translation.Sql),
            ("Parameters", Lines(translation.Parameters.Select((parameter, index) => FormattableString.Invariant($"${index + 1} = {parameter.Text ?? parameter.Instant.ToString("O", CultureInfo.InvariantCulture)}")))),
            ("Result columns", Lines(translation.Columns.Select(column =>
                $"{column.Name}: {column.Type.Datatype}{(column.Type.Arraysize is { } size ? $"[{size}]" : "")} {column.Unit} {column.Ucd}".TrimEnd()))),
            ("DuckDB's plan", engine.Plan(translation)),
        }.Where(section => section.Item2.Length > 0).Select(section => (section.Item1, section.Item2.TrimEnd()));
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
