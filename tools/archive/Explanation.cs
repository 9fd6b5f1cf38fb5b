using System.Globalization;
using Archive.Adql;
using Archive.Adql.Printing;
using Archive.Adql.Translation;
using Archive.Engine;
using Archive.Engine.Execution;

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
            ("Rows scanned, and skipped by the zone maps", Lines(engine.Scans(translation).Select(Scan))),
        }.Where(section => section.Item2.Length > 0);
    }

    private static string Scan(TableScan scan) => string.Create(CultureInfo.InvariantCulture,
        $"{scan.Table}: {scan.RowsScanned:N0} of {scan.RowsInTable:N0} rows scanned, {scan.RowsSkipped:N0} skipped, {scan.RowsKept:N0} kept{(scan.Filters.Length > 0 ? " by " + scan.Filters : "")}");

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
