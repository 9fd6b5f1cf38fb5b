using System.CommandLine;
using Archive.Catalogue.Folder;
using Archive.Ingest.Fits;
using Archive.Ingest.Pipeline;

namespace Archive.Tools.Verbs;

/// <summary><c>archive ingest</c>: FITS headers become rows of a table.</summary>
internal static class IngestVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATHS") { Description = "FITS files, text dumps of headers, and folders of them.", Arity = ArgumentArity.OneOrMore };
        var archive = CommonOptions.Archive();
        var table = new Option<string>("--table") { Description = "Table that takes the observations.", HelpName = "NAME", DefaultValueFactory = _ => IngestRun.HomeTable.Name };
        var hdu = new Option<HduChoice?>("--hdu")
        {
            Description = "Read this HDU of each file: a number (0 is the primary), an EXTNAME, or EXTNAME,EXTVER. Nothing is merged from others, INHERIT or not. By default the one that describes the observation.",
            HelpName = "N|NAME",
            CustomParser = result =>
            {
                if (HduChoice.TryParse(result.Tokens[0].Value, out var choice)) return choice;
                result.AddError($"--hdu takes a number, an EXTNAME, or EXTNAME,EXTVER; not '{result.Tokens[0].Value}'.");
                return null;
            },
        };
        var strict = new Option<bool>("--strict") { Description = "Quarantine each file whose header deviates in more than a note. By default what can be taken is taken, and deviations are counted." };
        var command = new Command("ingest", "Read FITS headers into an archive; an archive that isn't there is made. The same files twice change nothing.") { paths, archive, table, hdu, strict };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetRequiredValue(table) != IngestRun.HomeTable.Name)
                throw new UserException($"There is no definition of a table '{parsed.GetRequiredValue(table)}'. Known: {IngestRun.HomeTable.Name}.");
            var report = Run(parsed.GetRequiredValue(paths), parsed.Folder(archive), new IngestOptions { IsStrict = parsed.GetValue(strict), Hdu = parsed.GetValue(hdu) }, cancellation);
            Tell(report);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    public static IngestReport Run(IEnumerable<string> paths, ArchiveFolder folder, IngestOptions options, CancellationToken cancellation)
    {
        using var bar = new ProgressBar("files");
        return IngestRun.Run(paths, folder, new ImmediateProgress<IngestProgress>(progress => bar.Report(progress.FilesSeen, progress.FilesTotal)), options: options, cancellation: cancellation);
    }

    public static void Tell(IngestReport report)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{report.Files} files in {report.Elapsed.TotalSeconds:0.0} s: {report.New} new, {report.Changed} changed, {report.Unchanged} unchanged, {report.Duplicates} duplicates, {report.Refused} quarantined"));
        foreach (var (code, count) in report.RefusedByCode) Console.WriteLine(FormattableString.Invariant($"  quarantined {code}: {count}"));
        foreach (var (code, count) in report.IssuesByCode) Console.WriteLine(FormattableString.Invariant($"  taken with a note {code}: {count}"));
        if (report is { Refused: > 0, QuarantineFile: { } file }) Console.WriteLine($"  the reasons, file by file: {file}");
        foreach (var (name, table) in report.Tables)
        {
            Console.WriteLine(table.IsCommitted
                ? FormattableString.Invariant($"{name}: {table.TouchedPartitions.Count} nights written, snapshot {table.ManifestNumber} is current")
                : $"{name}: nothing changed");
        }
    }
}
