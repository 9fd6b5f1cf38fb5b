using System.CommandLine;
using System.Globalization;
using Archive.Adql;
using Archive.Adql.Printing;

namespace Archive.Tools.Verbs;

/// <summary><c>archive explain</c>: every stage of a query, from its text to DuckDB's plan.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        var adql = new Argument<string>("ADQL") { Description = "The query, in quotes." };
        var archive = CommonOptions.Archive();
        var command = new Command("explain", "Show how a query is understood: syntax tree, resolved query, SQL, result columns, DuckDB's plan.") { adql, archive };
        command.SetAction(parsed =>
        {
            using var archiveEngine = PrivateEngine.Open(parsed.Folder(archive));
            var engine = archiveEngine.Engine;
            var text = parsed.GetRequiredValue(adql);
            var syntax = AdqlCompiler.Parse(text, AdqlOptions.Default);
            var resolved = AdqlCompiler.Resolve(syntax, text, engine.Current.Tables, AdqlOptions.Default);
            var translation = AdqlCompiler.Translate(resolved, AdqlOptions.Default);
            Section("ADQL as it was understood", AdqlPrinter.Print(syntax));
            Section("Syntax tree", TreePrinter.Print(syntax));
            Section("Resolved query", ResolvedPrinter.Print(resolved));
            Section("SQL", translation.Sql);
            Section("Parameters", string.Join('\n', translation.Parameters.Select((parameter, index) => FormattableString.Invariant($"${index + 1} = {parameter.Text ?? parameter.Instant.ToString("O", CultureInfo.InvariantCulture)}"))));
            Section("Result columns", string.Join('\n', translation.Columns.Select(column =>
                $"{column.Name}: {column.Type.Datatype}{(column.Type.Arraysize is { } size ? $"[{size}]" : "")} {column.Unit} {column.Ucd}".TrimEnd())));
            Section("DuckDB's plan", engine.Plan(translation));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Section(string title, string text)
    {
        if (text.Length > 0) Console.WriteLine($"-- {title}\n{text}\n");
    }
}
