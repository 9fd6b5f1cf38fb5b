using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Archive.Catalogue.Manifests;

namespace Archive.Tools.Verbs;

/// <summary><c>archive snapshots</c>: which states of each table are kept.</summary>
internal static class SnapshotsVerb
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static Command Create()
    {
        var archive = CommonOptions.Archive();
        var table = CommonOptions.Table("This table only.");
        var json = new Option<bool>("--json") { Description = "As JSON, for programs." };
        var command = new Command("snapshots", "List the snapshots of an archive's tables. A query names one with --snapshot, or with SNAPSHOT over TAP.") { archive, table, json };
        command.SetAction(parsed =>
        {
            var snapshots = parsed.Tables(archive, table).SelectMany(folder => SnapshotLine.Of(new ManifestStore(folder), folder.Name)).ToList();
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(snapshots, Json));
            else Write(snapshots);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(List<SnapshotLine> snapshots)
    {
        Console.WriteLine($"{"snapshot",-24} {"made (UTC)",-19} {"rows",12} {"nights",7} {"MB",9}  against the one before it");
        foreach (var snapshot in snapshots)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{snapshot.Name,-24} {snapshot.Created.UtcDateTime:yyyy-MM-dd HH:mm:ss} {snapshot.Rows,12} {snapshot.Partitions,7} {snapshot.Bytes / 1e6,9:F1}  {snapshot.Difference}{(snapshot.IsCurrent ? ", current" : "")}"));
        }
    }
}

/// <summary>What one snapshot holds.</summary>
/// <param name="Name">How queries name it: <c>koa_hires:3</c>.</param>
/// <param name="Created">When it was made.</param>
/// <param name="IsCurrent">True for the one that queries see unless they name another.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Partitions">UT dates in it.</param>
/// <param name="Bytes">Size of its files.</param>
/// <param name="Difference">How it differs from the one before it that is kept.</param>
internal sealed record SnapshotLine(string Name, DateTimeOffset Created, bool IsCurrent, long Rows, int Partitions, long Bytes, string Difference)
{
    public static IEnumerable<SnapshotLine> Of(ManifestStore store, string table)
    {
        var (current, former) = (store.CurrentNumber(), Manifest.Empty);
        foreach (var number in store.Numbers().Where(number => number <= current).Order())
        {
            var manifest = store.Read(number);
            yield return new SnapshotLine(SnapshotChoice.TextOf(table, number), manifest.Created, number == current, manifest.Rows,
                Nights(manifest).Count, manifest.Files.Sum(file => file.Bytes), DifferenceOf(manifest, former));
            former = manifest;
        }
    }

    private static string DifferenceOf(Manifest manifest, Manifest former)
    {
        var (now, before) = (Nights(manifest), Nights(former));
        var added = now.Keys.Count(night => !before.ContainsKey(night));
        var gone = before.Keys.Count(night => !now.ContainsKey(night));
        var changed = now.Count(night => before.TryGetValue(night.Key, out var files) && !files.SetEquals(night.Value));
        return FormattableString.Invariant($"{added} nights new, {changed} changed, {gone} gone");
    }

    private static Dictionary<string, HashSet<string>> Nights(Manifest manifest) =>
        manifest.Files.GroupBy(file => file.Partition).ToDictionary(night => night.Key, night => night.Select(file => file.Path).ToHashSet());
}
