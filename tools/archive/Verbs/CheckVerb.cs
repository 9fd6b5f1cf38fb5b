using System.CommandLine;
using Archive.Ingest.Checking;

namespace Archive.Tools.Verbs;

/// <summary><c>archive check</c>: compares the Parquet files with what the manifests promise.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var archive = CommonOptions.Archive();
        var command = new Command("check", "Verify the manifests, hashes and row counts of an archive. Reads only; exits 1 if there is damage.") { archive };
        command.SetAction((parsed, cancellation) =>
        {
            var folder = parsed.Folder(archive);
            if (!Directory.Exists(folder.TablesFolder)) throw new UserException($"{folder.Root} is not an archive: it has no folder 'tables'.");
            using var bar = new ProgressBar("files");
            var report = new ArchiveCheck(folder).Run((done, total) => bar.Report(done, total), cancellation);
            bar.Dispose();
            foreach (var finding in report.Findings) Console.WriteLine($"{(finding.IsDamage ? "DAMAGE" : "note")} {finding.Path}: {finding.Message}");
            Console.WriteLine($"{report.Tables} tables, {report.Files} files, {report.Rows} rows: {(report.IsWhole ? "whole" : "DAMAGED")}");
            return Task.FromResult(report.IsWhole ? ExitCode.Done : ExitCode.Failed);
        });
        return command;
    }
}
