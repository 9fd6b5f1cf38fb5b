using System.Globalization;
using System.Text;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;

namespace Archive.EndToEnd.Tests;

/// <summary>
/// Compaction and pruning, killed at seeded moments: the archive is whole each time, and the next run ends as one that nobody disturbed. MAINTENANCE_KILLS says how often.
/// </summary>
public sealed class KilledMaintenanceTests : IDisposable
{
    private const int Seed = 20040824;

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("MAINTENANCE_KILLS") ?? "6", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder folder = new();

    /// <summary>Three snapshots of 600 nights.</summary>
    public KilledMaintenanceTests()
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            var rows = new StringBuilder("obs_id,date_obs,name\n");
            for (var night = 0; night < 600; night++)
            {
                for (var row = 0; row < 5; row++) rows.Append(CultureInfo.InvariantCulture, $"{night}-{row},{new DateOnly(2000, 1, 1).AddDays(night):yyyy-MM-dd},{name} {row}\n");
            }

            File.WriteAllText(folder["t.csv"], rows.ToString());
            using var import = ArchiveProcess.Run("import", folder["t.csv"], "--archive", folder["whole"], "--table", "t");
            Assert.Equal((0, ""), (import.ExitCode, import.ExitCode == 0 ? "" : import.Errors));
        }
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("compact", "--settled-days", "0")]
    [InlineData("prune", "--keep", "1")]
    public async Task The_next_run_ends_as_one_that_nobody_disturbed(string verb, string option, string value)
    {
        var random = new Random(Seed);
        var expected = Copy("undisturbed");
        var begin = TimeProvider.System.GetTimestamp();
        Finish(expected);
        var usual = TimeProvider.System.GetElapsedTime(begin);
        for (var kill = 0; kill < Kills; kill++)
        {
            var archive = Copy(FormattableString.Invariant($"killed-{kill}"));
            var moment = usual * random.NextDouble();
            using (var killed = ArchiveProcess.Start(verb, option, value, "--archive", archive))
            {
                await Task.Delay(moment);
                killed.Kill();
                killed.Ended();
            }

            AssertWhole(archive, $"killed after {moment}");
            Finish(archive);
            AssertWhole(archive, $"finished after a kill at {moment}");
            Assert.Equal(Held(expected), Held(archive));
            Directory.Delete(archive, recursive: true);
        }

        void Finish(string archive)
        {
            using var run = ArchiveProcess.Run(verb, option, value, "--archive", archive);
            Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Errors));
        }
    }

    private static void AssertWhole(string archive, string when)
    {
        using var check = ArchiveProcess.Run("check", "--archive", archive);
        Assert.True(check.ExitCode == 0 && check.Output.Contains("3000 rows: whole", StringComparison.Ordinal), $"{when}: {check.Output} {check.Errors}");
    }

    /// <summary>The files of the current snapshot, and all that lies in the table's folder but for when it was written.</summary>
    private static IEnumerable<string> Held(string archive)
    {
        var table = new ArchiveFolder(archive).Table("t");
        var current = new ManifestStore(table).ReadCurrent().Files.Select(file => $"{file.Path} {file.Sha256}");
        var all = Directory.EnumerateFiles(table.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(table.Root, file));
        return [.. current, .. all.Order(StringComparer.Ordinal)];
    }

    private string Copy(string name)
    {
        var (from, to) = (folder["whole"], folder[name]);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }
}
