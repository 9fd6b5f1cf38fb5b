using System.CommandLine;
using Archive.Ingest.Compaction;

namespace Archive.Tools.Verbs;

/// <summary><c>archive compact</c>: small nights become months and years.</summary>
internal static class CompactVerb
{
    private static readonly CompactionRule Usual = new();

    public static Command Create()
    {
        var archive = CommonOptions.Archive();
        var table = CommonOptions.Table("This table only.");
        var rows = new Option<long>("--rows") { Description = "A month or year of so many rows at most becomes one partition.", HelpName = "N", DefaultValueFactory = _ => Usual.MaximumRows };
        var days = new Option<int>("--settled-days") { Description = "Leave alone what ended less than so many days before the table's newest night.", HelpName = "DAYS", DefaultValueFactory = _ => Usual.SettledDays };
        var command = new Command("compact", "Put small nights together into months and years, which load much faster. No row changes; the former files go with 'archive prune'.") { archive, table, rows, days };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(rows) < 1) throw new UserException("--rows takes a number of rows, 1 or more.");
            if (parsed.GetValue(days) is not (>= 0 and <= 36_525)) throw new UserException("--settled-days takes a number of days from 0 to 36525.");
            foreach (var folder in parsed.Tables(archive, table)) Write(Run(folder, new CompactionRule(parsed.GetValue(rows), parsed.GetValue(days)), cancellation));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static CompactionReport Run(Catalogue.Folder.TableFolder folder, CompactionRule rule, CancellationToken cancellation)
    {
        using var bar = new ProgressBar("partitions");
        return new TableCompaction(folder).Run(rule, (done, total) => bar.Report(done, total), cancellation);
    }

    private static void Write(CompactionReport report) => Console.WriteLine(FormattableString.Invariant(
        $"{report.Table}: {report.FilesBefore} files before, {report.FilesAfter} now, snapshot {report.ManifestNumber} is current"));
}
