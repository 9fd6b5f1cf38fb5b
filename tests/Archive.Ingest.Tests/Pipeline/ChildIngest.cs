using System.Diagnostics;
using Archive.Catalogue.Folder;
using Archive.Ingest.Pipeline;

namespace Archive.Ingest.Tests.Pipeline;

/// <summary>An ingest in a process of its own, to be killed or kept short of disk space.</summary>
internal static class ChildIngest
{
    /// <summary>The child: ingests a folder into an archive, and says <c>reading</c>, <c>writing</c>, <c>done</c> or what is wrong.</summary>
    public static int Main(string[] arguments)
    {
        if (arguments is not ["ingest", var files, var archive, .. var flags])
        {
            Console.Error.WriteLine("Run with 'dotnet test'.");
            return 2;
        }

        try
        {
            var report = IngestRun.Run([files], new ArchiveFolder(archive), new Stages(), options: new IngestOptions { IsDroppingVanished = flags.Contains("drop") });
            Console.WriteLine($"done {report.New} {report.Changed} {report.Unchanged}");
            return 0;
        }
        catch (IngestException error)
        {
            Console.WriteLine(error.Message);
            return 1;
        }
    }

    /// <summary>Starts the child.</summary>
    /// <param name="files">Folder to ingest.</param>
    /// <param name="archive">Folder of the archive.</param>
    /// <param name="largestFileBlocks">Where given, no file may grow beyond so many blocks of 512 bytes.</param>
    /// <param name="isDropping">Drop the rows of files that are gone.</param>
    public static Process Start(string files, string archive, int? largestFileBlocks = null, bool isDropping = false)
    {
        var command = $"exec dotnet '{typeof(ChildIngest).Assembly.Location}' ingest '{files}' '{archive}'{(isDropping ? " drop" : "")}";
        // The signal that goes with the limit would end the process; ignored, it leaves an error like that of a full disk. The runtime's
        // own code pages count as a file, too, unless they are mapped once only.
        if (largestFileBlocks is { } blocks) command = FormattableString.Invariant($"trap '' XFSZ; ulimit -f {blocks}; export DOTNET_EnableWriteXorExecute=0; {command}");
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private sealed class Stages : IProgress<IngestProgress>
    {
        private int _last = -1;

        public void Report(IngestProgress value)
        {
            if (Interlocked.Exchange(ref _last, (int)value.Stage) != (int)value.Stage) Console.WriteLine(value.Stage.ToString());
        }
    }
}
