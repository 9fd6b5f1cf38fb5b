namespace Archive.Bench.Data;

/// <summary>An empty folder for what a benchmark writes, removed with everything in it when disposed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("archive-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
