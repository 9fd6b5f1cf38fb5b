using System.Globalization;
using Archive.Ingest.Pipeline;

namespace Archive.Tools;

/// <summary>What an ingest did, for people.</summary>
internal static class IngestTelling
{
    private const int MostShown = 20;

    public static void Tell(IngestReport report)
    {
        Console.WriteLine(Invariant($"{report.Files} files in {report.Elapsed.TotalSeconds:0.0} s: {Counts(report)}"));
        if (report.NotRead > 0) Console.WriteLine(Invariant($"  as before, not read: {report.NotRead}"));
        if (report.Removed > 0) Console.WriteLine(Invariant($"  rows removed: {report.Removed}"));
        TellVanished(report);
        foreach (var (code, count) in report.RefusedByCode) Console.WriteLine(Invariant($"  quarantined {code}: {count}"));
        foreach (var (code, count) in report.IssuesByCode) Console.WriteLine(Invariant($"  taken with a note {code}: {count}"));
        if (report.KeywordsLeftOut > 0) Console.WriteLine(Invariant($"  keywords without a column, since the table has as many as it may: {report.KeywordsLeftOut}"));
        if (report is { Refused: > 0, QuarantineFile: { } file }) Console.WriteLine($"  the reasons, file by file: {file}");
        if (report.Tables.Count == 0) Console.WriteLine("nothing changed");
        foreach (var (name, table) in report.Tables)
        {
            Console.WriteLine(table.IsCommitted
                ? Invariant($"{name}: {table.TouchedPartitions.Count} nights written, snapshot {table.ManifestNumber} is current")
                : $"{name}: nothing changed");
        }
    }

    /// <summary>One line for a batch of files that came while it was waited for them.</summary>
    public static void TellBatch(IngestReport report, DateTimeOffset now)
    {
        var snapshots = report.Tables.Where(table => table.Value.IsCommitted).Select(table => Invariant($", {table.Key} snapshot {table.Value.ManifestNumber}"));
        var gone = report.Vanished > 0 ? Invariant($", {report.Vanished} not there any more") : "";
        Console.WriteLine(Invariant($"{now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {report.Files - report.NotRead} files in {report.Elapsed.TotalSeconds:0.0} s: {Counts(report)}{gone}{string.Concat(snapshots)}"));
    }

    private static string Counts(IngestReport report) => Invariant(
        $"{report.New} new, {report.Changed} changed, {report.Unchanged} unchanged, {report.Duplicates} duplicates, {report.Refused} quarantined");

    private static void TellVanished(IngestReport report)
    {
        if (report.Vanished == 0) return;
        Console.WriteLine(Invariant($"  not there any more: {report.Vanished}"));
        foreach (var path in report.VanishedPaths.Take(MostShown)) Console.WriteLine($"    {path}");
        if (report.Vanished > MostShown) Console.WriteLine("    and more: SELECT path FROM ingest_files WHERE state = 'vanished'");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
