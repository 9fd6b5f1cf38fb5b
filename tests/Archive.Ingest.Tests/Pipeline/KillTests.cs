using System.Diagnostics;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Tests.Partitioning;

namespace Archive.Ingest.Tests.Pipeline;

/// <summary>An ingest that is killed, or runs out of space, in a process of its own.</summary>
public sealed class KillTests : IDisposable
{
    private const int NightCount = 40;
    private const int FilesPerNight = 5;

    private readonly TemporaryFolder _folder = new();

    private ArchiveFolder Archive => new(_folder["archive"]);

    private TableFolder Hires => Archive.Table("koa_hires");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void Killed_at_any_moment_the_former_snapshot_is_whole_and_the_next_ingest_completes()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs /bin/sh");
        WriteNights("Vega");
        IngestRun.Run([_folder["nights"]], Archive);
        var former = new ManifestStore(Hires).ReadCurrent();
        WriteNights("Altair");
        var duration = TimeOneIngest();
        var random = new Random(20040824);
        var kills = 0;

        for (var attempt = 0; attempt < 8; attempt++)
        {
            using var child = ChildIngest.Start(_folder["nights"], Archive.Root);
            child.WaitForExit(duration * (0.3 + (0.7 * random.NextDouble())));
            kills += child.HasExited ? 0 : 1;
            child.Kill();
            child.WaitForExit();

            var current = new ManifestStore(Hires).ReadCurrent();
            Assert.Equal(current.Number == former.Number ? "Vega" : "Altair", Assert.Single(TestTable.Query($"SELECT DISTINCT object FROM {Files(current)}")));
            Assert.Equal(NightCount * FilesPerNight, current.Rows);
            foreach (var file in current.Files)
                Assert.Equal(file.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(Hires.Root, file.Path)))));
        }

        Assert.InRange(kills, 1, int.MaxValue);
        IngestRun.Run([_folder["nights"]], Archive);
        var manifests = new ManifestStore(Hires);
        Assert.Equal(["Altair"], TestTable.Query($"SELECT DISTINCT object FROM {Files(manifests.ReadCurrent())}"));
        var named = Directory.GetFiles(Hires.ManifestsFolder, "*.json")
            .SelectMany(path => manifests.Read(int.Parse(Path.GetFileNameWithoutExtension(path), System.Globalization.CultureInfo.InvariantCulture)).Files).Select(file => file.Path).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(named, Directory.EnumerateFiles(Hires.Root, "*.parquet", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Hires.Root, path)).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Hires.Root, "*.tmp", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(Path.Combine(Hires.Root, "unfinished")));
    }

    [SkippableTheory]
    [InlineData(40, 100, "the records that wait for their night")]
    [InlineData(2, 40, "the partitions")]
    public void Without_space_left_the_former_snapshot_is_whole_and_the_message_says_what_to_do(int nightCount, int largestFileBlocks, string where)
    {
        Skip.If(OperatingSystem.IsWindows(), "needs /bin/sh");
        HiresFile.Write(_folder["first/1.fits"]);
        IngestRun.Run([_folder["first"]], Archive);
        var before = State();
        WriteNights("Vega", nightCount);

        using var child = ChildIngest.Start(_folder["nights"], Archive.Root, largestFileBlocks);
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();

        Assert.True(child.ExitCode == 1, $"{where}: {output}{child.StandardError.ReadToEnd()}");
        Assert.Contains("The table is as it was before. Check the disk's free space", output, StringComparison.Ordinal);
        Assert.Equal(before, State());
        Assert.Equal(nightCount * FilesPerNight, IngestRun.Run([_folder["nights"]], Archive).New);
    }

    [SkippableFact]
    public void Another_process_that_ingests_is_told_to_wait()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs /bin/sh");
        HiresFile.Write(_folder["nights/1.fits"]);
        using (IngestSession.Open(Hires, IngestRun.HomeTable))
        {
            using var child = ChildIngest.Start(_folder["nights"], Archive.Root);
            Assert.Contains("Another ingest or import is writing to the table koa_hires.", child.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    private void WriteNights(string target, int nightCount = NightCount)
    {
        for (var night = 0; night < nightCount; night++)
        {
            for (var file = 0; file < FilesPerNight; file++)
            {
                var date = new DateOnly(2004, 8, 1).AddDays(night).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                HiresFile.Write(_folder[$"nights/{date}/{file}.fits"], date, $"0{file}:00:00", target);
            }
        }
    }

    /// <summary>How long the child takes that is to be killed: measured on an archive beside.</summary>
    private TimeSpan TimeOneIngest()
    {
        var watch = Stopwatch.StartNew();
        using var child = ChildIngest.Start(_folder["nights"], _folder["beside"]);
        Assert.Contains($"done {NightCount * FilesPerNight} 0 0", child.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        child.WaitForExit();
        return watch.Elapsed;
    }

    private string Files(Manifest manifest) => $"read_parquet([{string.Join(", ", manifest.Files.Select(file => $"'{Path.Combine(Hires.Root, file.Path)}'"))}])";

    private Dictionary<string, DateTime> State() =>
        Directory.EnumerateFiles(Archive.Root, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);
}
