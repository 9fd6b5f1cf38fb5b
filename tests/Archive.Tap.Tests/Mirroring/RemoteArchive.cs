using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Engine;
using Archive.Ingest.Importing;
using Microsoft.AspNetCore.Builder;

namespace Archive.Tap.Tests.Mirroring;

/// <summary>An archive with one imported table, served on a free port: the other side of a mirror.</summary>
internal sealed class RemoteArchive : IAsyncDisposable
{
    public const string TableName = "observations";

    private readonly TemporaryFolder folder = new();
    private readonly ArchiveEngine engine;
    private readonly WebApplication application;

    private RemoteArchive(string csv, TapOptions options)
    {
        Import(csv);
        engine = ArchiveEngine.Open(Folder, new EngineOptions { RefreshInterval = null });
        application = TapServer.Create(engine, options with { Urls = "http://127.0.0.1:0" });
    }

    public ArchiveFolder Folder => new(folder["remote"]);

    public Uri Url => new($"{application.Urls.Single()}/TAP");

    public static async Task<RemoteArchive> StartAsync(string csv, TapOptions? options = null)
    {
        var archive = new RemoteArchive(csv, options ?? new TapOptions());
        await archive.application.StartAsync();
        return archive;
    }

    /// <summary>Replaces the rows, and lets the server take them up.</summary>
    public void Change(string csv)
    {
        Import(csv);
        engine.Refresh();
    }

    /// <summary>Partition, rows and hash of each file of a table.</summary>
    public static string[] FilesOf(ArchiveFolder archive, string table = TableName) =>
        [.. new ManifestStore(archive.Table(table)).ReadCurrent().Files.Select(file => FormattableString.Invariant($"{file.Partition} {file.Rows} {file.Sha256}"))];

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        engine.Dispose();
        folder.Dispose();
    }

    private void Import(string csv)
    {
        File.WriteAllText(folder["rows.csv"], csv);
        using var import = TableImport.Open(folder["rows.csv"], Folder, TableName);
        import.Commit();
    }
}
