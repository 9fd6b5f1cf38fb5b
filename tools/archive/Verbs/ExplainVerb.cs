using System.CommandLine;
using System.Text;
using System.Text.Json;
using Archive.Adql.Diagnostics;

namespace Archive.Tools.Verbs;

/// <summary><c>archive explain</c>: every stage of a query, from its text to DuckDB's plan and what was read.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        var adql = new Argument<string>("ADQL") { Description = "The query, in quotes." };
        var archive = CommonOptions.Archive();
        var asJson = new Option<bool>("--json") { Description = "Print one JSON object; what is wrong with a query is its member 'diagnostics'." };
        var command = new Command("explain", "Show how a query is understood: syntax tree, resolved query, SQL, result columns, DuckDB's plan, and, by running it, the rows that it scans and skips.") { adql, archive, asJson };
        command.SetAction(parsed =>
        {
            using var archiveEngine = PrivateEngine.Open(parsed.Folder(archive));
            var text = parsed.GetRequiredValue(adql);
            if (!parsed.GetValue(asJson))
            {
                foreach (var (title, content) in Explanation.Of(text, archiveEngine.Engine)) Console.WriteLine($"-- {title}\n{content}\n");
                return ExitCode.Done;
            }

            try
            {
                Console.WriteLine(Json(Explanation.Of(text, archiveEngine.Engine), null));
                return ExitCode.Done;
            }
            catch (AdqlException error)
            {
                Console.WriteLine(Json([], error));
                return ExitCode.UsersFault;
            }
        });
        return command;
    }

    private static string Json(IEnumerable<(string Title, string Text)> explanation, AdqlException? error)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            foreach (var (title, text) in explanation) json.WriteString(title, text);
            json.WritePropertyName("diagnostics");
            DiagnosticJson.Write(json, error?.Diagnostics ?? []);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
