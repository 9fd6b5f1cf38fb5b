using System.CommandLine;
using Archive.Ingest.Importing;

namespace Archive.Tools.Verbs;

/// <summary><c>archive import</c>: a file with a table in it becomes a table of the archive.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A VOTable, a FITS table, an IPAC table, a CSV file with a header line (each gzipped or not), or a Parquet file." };
        var archive = CommonOptions.Archive();
        var table = new Option<string>("--table") { Description = "Name of the table; its former rows are replaced.", HelpName = "NAME", Required = true };
        var command = new Command("import", "Make a table of a VOTable, FITS, IPAC, CSV or Parquet file. Units, UCDs and descriptions are kept, types, positions, key and UT date recognised; an archive that isn't there is made.") { file, archive, table };
        command.SetAction((parsed, cancellation) =>
        {
            using var import = TableImport.Open(parsed.GetRequiredValue(file), parsed.Folder(archive), parsed.GetRequiredValue(table));
            Tell(import.Plan);
            using var bar = new ProgressBar("partitions");
            var summary = import.Commit(new ImmediateProgress<long>(done => bar.Report(done, import.Plan.PartitionCount)), cancellation);
            bar.Dispose();
            Console.WriteLine(summary.IsCommitted
                ? FormattableString.Invariant($"{summary.Rows} rows in {summary.PartitionFiles} files; snapshot {summary.ManifestNumber} is current.")
                : FormattableString.Invariant($"{summary.Rows} rows, the same as before: nothing changed."));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Tell(ImportPlan plan)
    {
        Console.WriteLine(FormattableString.Invariant($"{plan.Source}: {plan.Format}, {plan.Rows} rows, {plan.Table.Columns.Length} columns"));
        Console.WriteLine($"  position: {(plan.Table.Position is { } position ? $"{position.RightAscension}, {position.Declination}" : "none recognised")}");
        Console.WriteLine($"  key: {plan.Table.KeyColumn ?? "none recognised"}");
        Console.WriteLine($"  partitions: {(plan.PartitionedBy is { } date ? $"by UT date of {date}" : "none")}");
        foreach (var note in plan.Notes) Console.WriteLine($"  note: {note}");
    }
}
