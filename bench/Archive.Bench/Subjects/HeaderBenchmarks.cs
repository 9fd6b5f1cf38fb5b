using Archive.Bench.Data;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>From a file to the cards of its header, and from these to a row of <c>koa_hires</c>.</summary>
[Subject("FITS headers", "header", FileCount, "200 synthetic files with headers of HIRES' size, in the file system's cache, one thread.")]
public class HeaderBenchmarks
{
    private const int FileCount = 200;

    private readonly FitsHeader[] headers = new FitsHeader[FileCount];
    private ScratchFolder? folder;
    private string[] paths = [];

    [GlobalSetup]
    public void MakeFiles()
    {
        folder = new ScratchFolder();
        paths = HiresHeaderFiles.Write(folder.Path, FileCount);
        Open();
        if (Translate() != FileCount) throw new InvalidOperationException("Not all synthetic headers are taken.");
    }

    [GlobalCleanup]
    public void RemoveFiles() => folder?.Dispose();

    [Benchmark(Description = "read and parse the cards")]
    public FitsHeader[] Open()
    {
        for (var i = 0; i < FileCount; i++) headers[i] = HeaderSource.Open(paths[i]).Header ?? throw new InvalidOperationException($"{paths[i]} has no header.");
        return headers;
    }

    [Benchmark(Description = "translate to a row of 384 columns")]
    public int Translate()
    {
        var taken = 0;
        foreach (var header in headers)
        {
            if (InstrumentRegistry.Translate(header).IsTaken) taken++;
        }

        return taken;
    }
}
