using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using Archive.Adql.Diagnostics;
using Archive.Engine;
using Archive.Engine.Execution;

namespace Archive.Tools.Verbs;

/// <summary><c>archive explain</c>: every stage of a query, from its text to DuckDB's plan and what was read.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        var adql = new Argument<string>("ADQL") { Description = "The query, in quotes." };
        var archive = CommonOptions.Archive();
        var asJson = new Option<bool>("--json") { Description = "Print one JSON object: the query, its stages, 'scans' and, of a query that is wrong, 'diagnostics'." };
        var command = new Command("explain", "Show how a query is understood: syntax tree, resolved query, SQL, result columns, DuckDB's plan, and, by running it, the rows that it scans and skips.") { adql, archive, asJson };
        command.SetAction(parsed =>
        {
            using var archiveEngine = PrivateEngine.Open(parsed.Folder(archive));
            var text = parsed.GetRequiredValue(adql);
            return parsed.GetValue(asJson) ? PrintJson(text, archiveEngine.Engine) : Print(text, archiveEngine.Engine);
        });
        return command;
    }

    private static int Print(string adql, ArchiveEngine engine)
    {
        foreach (var (title, content) in Explanation.Of(adql, engine)) Console.WriteLine($"-- {title}\n{content}\n");
        Console.WriteLine($"-- Rows read\n{ScanReport.Text(engine.Scans(engine.Translate(adql)))}\n");
        return ExitCode.Done;
    }

    private static int PrintJson(string adql, ArchiveEngine engine)
    {
        try
        {
            Console.WriteLine(Json(adql, Explanation.Of(adql, engine), engine.Scans(engine.Translate(adql)), []));
            return ExitCode.Done;
        }
        catch (AdqlException error)
        {
            Console.WriteLine(Json(adql, [], [], error.Diagnostics));
            return ExitCode.UsersFault;
        }
    }

    private static string Json(string adql, IEnumerable<(string Title, string Text)> stages, ImmutableArray<TableScan> scans, ImmutableArray<AdqlDiagnostic> diagnostics)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("query", adql);
            foreach (var (title, text) in stages) json.WriteString(title, text);
            json.WritePropertyName("scans");
            ScanReport.Write(json, scans);
            json.WritePropertyName("diagnostics");
            DiagnosticJson.Write(json, diagnostics);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
