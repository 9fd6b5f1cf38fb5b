using System.CommandLine;
using System.Globalization;
using Archive.Ingest.Pruning;

namespace Archive.Tools.Verbs;

/// <summary><c>archive prune</c>: removes former snapshots and what only they hold.</summary>
internal static class PruneVerb
{
    public static Command Create()
    {
        var archive = CommonOptions.Archive();
        var table = CommonOptions.Table("This table only.");
        var keep = new Option<int?>("--keep") { Description = "Keep so many of each table's newest snapshots, the current one counted.", HelpName = "N" };
        var days = new Option<double?>("--days") { Description = "Keep what was current at any time of the last so many days.", HelpName = "DAYS" };
        var trial = new Option<bool>("--dry-run") { Description = "Tell what would go, and remove nothing." };
        var command = new Command("prune", "Remove former snapshots and the files that only they need. The current one stays; results of what goes can't be repeated any more.") { archive, table, keep, days, trial };
        command.SetAction(parsed =>
        {
            var (newest, age) = (parsed.GetValue(keep), parsed.GetValue(days));
            if (newest is null && age is null) throw new UserException("Say what stays: --keep N, --days DAYS, or both, and what either keeps stays.");
            if (newest is < 1) throw new UserException("--keep takes a number of snapshots, 1 or more.");
            if (age is not null and not (>= 0 and <= 36_525)) throw new UserException("--days takes a number of days from 0 to 36525.");
            var rule = new PruneRule(newest ?? 0, age is { } past ? DateTimeOffset.UtcNow - TimeSpan.FromDays(past) : null);
            foreach (var folder in parsed.Tables(archive, table)) Write(new SnapshotPruning(folder).Run(rule, parsed.GetValue(trial)), parsed.GetValue(trial));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(PruneReport report, bool isTrial) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{report.Table}: {report.Removed.Length} snapshots and {report.Files} files, {report.Bytes / 1e6:F1} MB, {(isTrial ? "would go" : "removed")}; {report.Kept.Length} snapshots stay"));
}
