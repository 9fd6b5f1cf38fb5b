using Archive.Catalogue.Folder;
using Archive.Engine;

namespace Archive.Tools;

/// <summary>
/// An engine for one command. Where the archive's query store can't be had, because a server has it open or the folder is
/// read-only, it builds a store of its own in a temporary folder and removes it afterwards.
/// </summary>
internal sealed class PrivateEngine : IDisposable
{
    private readonly DirectoryInfo? temporaryStore;

    private PrivateEngine(ArchiveEngine engine, DirectoryInfo? temporaryStore)
    {
        Engine = engine;
        this.temporaryStore = temporaryStore;
    }

    public ArchiveEngine Engine { get; }

    public static PrivateEngine Open(ArchiveFolder folder)
    {
        var options = new EngineOptions { RefreshInterval = null };
        using var status = new StatusLine();
        try
        {
            return new PrivateEngine(ArchiveEngine.Open(folder, options, progress: status.Show), null);
        }
        catch (StoreUnavailableException error)
        {
            Console.Error.WriteLine($"{error.Message} Reading the Parquet files into a temporary store instead.");
            var temporary = Directory.CreateDirectory(ProcessFolder.NewPath());
            try
            {
                return new PrivateEngine(ArchiveEngine.Open(folder, options with { StoreFolder = temporary.FullName }, progress: status.Show), temporary);
            }
            catch
            {
                temporary.Delete(recursive: true);
                throw;
            }
        }
    }

    public void Dispose()
    {
        Engine.Dispose();
        temporaryStore?.Delete(recursive: true);
    }
}
