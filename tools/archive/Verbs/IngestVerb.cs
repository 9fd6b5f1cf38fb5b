using System.CommandLine;
using Archive.Catalogue.Folder;
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
        var command = new Command("ingest", "Read FITS headers into an archive; an archive that isn't there is made. The same files twice change nothing.") { paths, archive, table };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetRequiredValue(table) != IngestRun.HomeTable.Name)
                throw new UserException($"There is no definition of a table '{parsed.GetRequiredValue(table)}'. Known: {IngestRun.HomeTable.Name}.");
            var report = Run(parsed.GetRequiredValue(paths), parsed.Folder(archive), cancellation);
            Tell(report);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    public static IngestReport Run(IEnumerable<string> paths, ArchiveFolder folder, CancellationToken cancellation)
    {
        using var bar = new ProgressBar("files");
        return IngestRun.Run(paths, folder, new ImmediateProgress<IngestProgress>(progress => bar.Report(progress.FilesSeen, progress.FilesTotal)), cancellation: cancellation);
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
