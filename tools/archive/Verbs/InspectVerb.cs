using System.CommandLine;
using Archive.Ingest.Surveying;

namespace Archive.Tools.Verbs;

/// <summary><c>archive inspect</c>: what is in the headers of files, and what table they would make.</summary>
internal static class InspectVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATHS") { Description = "FITS files, text dumps of headers, and folders of them.", Arity = ArgumentArity.OneOrMore };
        var draft = new Option<string?>("--draft") { Description = "Write a definition of a table that takes these files, to be edited and named to 'ingest --definition'.", HelpName = "FILE" };
        var table = new Option<string>("--table") { Description = "Name of the table that the draft defines.", HelpName = "NAME", DefaultValueFactory = _ => "my_obs" };
        var json = new Option<bool>("--json") { Description = "One JSON object, for programs." };
        var command = new Command("inspect", "Show which keywords the headers of files have: types, units, how many headers have them, examples, and the columns that they would make. Writes nothing into an archive.") { paths, draft, table, json };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(draft) is { } taken && (File.Exists(taken) || Directory.Exists(taken)))
                throw new UserException($"{taken} is there already. Give the draft another name, or delete that first.");
            var inspection = Inspect(parsed.GetRequiredValue(paths), cancellation);
            if (parsed.GetValue(draft) is { } path) File.WriteAllText(path, inspection.Draft(parsed.GetRequiredValue(table)));
            Console.Write(parsed.GetValue(json) ? InspectionText.Json(inspection) : InspectionText.Table(inspection));
            if (parsed.GetValue(draft) is { } written) Console.Error.WriteLine($"{written}: a definition of table {parsed.GetRequiredValue(table)}. Edit it, then: archive ingest FILES --archive DIR --definition {written}");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static HeaderInspection Inspect(string[] paths, CancellationToken cancellation)
    {
        using var bar = new ProgressBar("files");
        return HeaderInspection.Run(paths, (seen, total) => bar.Report(seen, total), cancellation);
    }
}
