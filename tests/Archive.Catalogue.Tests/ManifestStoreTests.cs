using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;

namespace Archive.Catalogue.Tests;

public class ManifestStoreTests
{
    private static readonly Manifest First = new()
    {
        Number = 1,
        Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Files = [new PartitionFile("ut_date=2004-08-24/ab.parquet", "2004-08-24", 105, 4096, "ab")],
    };

    [Fact]
    public void Before_the_first_ingest_the_table_is_empty()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(Manifest.Empty, new ManifestStore(new TableFolder(folder.Path)).ReadCurrent());
    }

    [Fact]
    public void A_committed_manifest_becomes_current_and_the_former_stays_readable()
    {
        using var folder = new TemporaryFolder();
        var store = new ManifestStore(new TableFolder(folder.Path));
        store.Commit(First);
        store.Commit(First with { Number = 2, Files = [] });

        Assert.Equal(2, store.CurrentNumber());
        Assert.Equal(First.Files.AsEnumerable(), store.Read(1).Files.AsEnumerable());
        Assert.Equal(First.Created, store.Read(1).Created);
        Assert.Equal(105, store.Read(1).Rows);
        Assert.Empty(store.ReadCurrent().Files);
    }

    [Theory]
    [InlineData("current", "seven")]
    [InlineData("00000001.json", "{")]
    [InlineData("00000001.json", null)]
    public void A_broken_folder_is_told_with_the_file(string file, string? content)
    {
        using var folder = new TemporaryFolder();
        var table = new TableFolder(folder.Path);
        var store = new ManifestStore(table);
        store.Commit(First);
        var path = Path.Combine(table.ManifestsFolder, file);
        if (content is null) File.Delete(path);
        else File.WriteAllText(path, content);

        Assert.Contains(path, Assert.Throws<ManifestException>(store.ReadCurrent).Message, StringComparison.Ordinal);
    }
}
