using System.Globalization;
using Archive.Bench.Data;
using Archive.Catalogue.Folder;
using Archive.Ingest.Pipeline;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>From a folder of files to Parquet partitions and a manifest, flushed to the disk.</summary>
[Subject("Ingest, end to end", "file", FileCount, "1,000 synthetic files with headers of HIRES' size, 10 nights, all cores; from listing the files to the manifest that is current.")]
public class IngestBenchmarks
{
    private const int FileCount = 1000;

    private ScratchFolder? scratch;
    private string headers = "";
    private int archives;

    [GlobalSetup]
    public void MakeFiles()
    {
        scratch = new ScratchFolder();
        headers = Directory.CreateDirectory(Path.Combine(scratch.Path, "headers")).FullName;
        HiresHeaderFiles.Write(headers, FileCount);
        var report = IngestRun.Run([headers], ArchiveAt(0));
        if (report.New != FileCount) throw new InvalidOperationException($"Of {FileCount} synthetic files {report.New} made new rows.");
    }

    [GlobalCleanup]
    public void RemoveFiles() => scratch?.Dispose();

    [Benchmark(Description = "into a new archive")]
    public IngestReport IntoNewArchive() => IngestRun.Run([headers], ArchiveAt(++archives));

    [Benchmark(Description = "the same files read once more: nothing changes")]
    public IngestReport Again() => IngestRun.Run([headers], ArchiveAt(0), options: new IngestOptions { IsRereading = true });

    [Benchmark(Description = "the same files, as they were: none is read")]
    public IngestReport Unchanged() => IngestRun.Run([headers], ArchiveAt(0));

    private ArchiveFolder ArchiveAt(int number) => new(Path.Combine(scratch!.Path, "archive" + number.ToString(CultureInfo.InvariantCulture)));
}
