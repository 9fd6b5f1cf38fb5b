using System.Text;
using System.Text.Json;

namespace Archive.EndToEnd.Tests;

/// <summary>A mirror pulled from another running instance, its process killed three times on the way.</summary>
public sealed class MirrorTests
{
    private const int Nights = 40;
    private const int RowsPerNight = 100;

    [Fact]
    public async Task Killed_three_times_it_ends_with_identical_files_and_a_second_run_transfers_next_to_nothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["rows.csv"], Csv());
        using (var import = ArchiveProcess.Run("import", folder["rows.csv"], "--archive", folder["remote"], "--table", "observations")) Assert.Equal(0, import.ExitCode);
        using var server = ArchiveProcess.Start("serve", "--archive", folder["remote"], "--urls", "http://127.0.0.1:0");
        var url = (await server.LineWith("/TAP")).Split(' ').Single(word => word.EndsWith("/TAP", StringComparison.Ordinal));
        string[] arguments = ["mirror", url, "observations", "--archive", folder["here"], "--rows-per-job", "400"];
        for (var kill = 0; kill < 3; kill++)
        {
            var before = SnapshotOf(folder["here"]);
            using var killed = ArchiveProcess.Start(arguments);
            while (SnapshotOf(folder["here"]) == before) await Task.Delay(10);
            killed.Kill();
            killed.Ended();
            Assert.InRange(FilesOf(folder["here"]).Length, 1, Nights - 1);
        }

        using var last = ArchiveProcess.Run(arguments);
        Assert.True(last.ExitCode == 0, last.Errors);
        Assert.DoesNotContain(" 0 unchanged", last.Output, StringComparison.Ordinal);
        Assert.Equal(FilesOf(folder["remote"]), FilesOf(folder["here"]));
        using (var check = ArchiveProcess.Run("check", "--archive", folder["here"])) Assert.Equal((0, true), (check.ExitCode, check.Output.Contains($"{Nights} files, {Nights * RowsPerNight} rows: whole", StringComparison.Ordinal)));

        using var again = ArchiveProcess.Run(arguments);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("observations: 0 rows pulled in ", again.Output, StringComparison.Ordinal);
        Assert.Contains($", 0.0 MB; 0 new, 0 changed, {Nights} unchanged, 0 gone", again.Output, StringComparison.Ordinal);
        Assert.Contains("nothing changed", again.Output, StringComparison.Ordinal);

        using var unknown = ArchiveProcess.Run("mirror", url, "nothing", "--archive", folder["here"]);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("It lists", unknown.Errors, StringComparison.Ordinal);
    }

    private static string Csv()
    {
        var csv = new StringBuilder("koaid,date_obs,ra,dec,object\n");
        for (var row = 0; row < Nights * RowsPerNight; row++)
            csv.Append(FormattableString.Invariant($"HI.{row:00000},{new DateOnly(2009, 1, 1).AddDays(row / RowsPerNight):yyyy-MM-dd},{row * 0.0625},{row % 90},{(row % 4 == 0 ? "" : $"star {row}")}\n"));
        return csv.ToString();
    }

    private static string SnapshotOf(string archive) => Path.Combine(archive, "tables/observations/manifests/current") is var path && File.Exists(path) ? File.ReadAllText(path) : "";

    private static string[] FilesOf(string archive)
    {
        var number = int.Parse(SnapshotOf(archive), System.Globalization.CultureInfo.InvariantCulture);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(archive, $"tables/observations/manifests/{number:00000000}.json")));
        return [.. manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => $"{file.GetProperty("partition")} {file.GetProperty("rows")} {file.GetProperty("sha256")}")];
    }
}
