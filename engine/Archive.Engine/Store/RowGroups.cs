using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;

namespace Archive.Engine.Store;

/// <summary>
/// How many rows DuckDB's zone maps speak of at a time. Of a table of a million rows small groups leave out most for a small cone; of a hundred million they are so many
/// that looking at the zone maps takes most of the time: a cone of 1,000 rows took 8.5 ms with small groups, and 1.4 ms with DuckDB's own size.
/// </summary>
internal static class RowGroups
{
    private const int Small = 16_384;
    private const int Large = 122_880;
    private const long LargestOfSmall = 20_000_000;

    /// <summary>The size that suits a store of so many rows.</summary>
    public static int SizeFor(long rows) => rows > LargestOfSmall ? Large : Small;

    /// <summary>The rows of all of an archive's tables; those of a manifest that can't be read are told when it is loaded.</summary>
    public static long RowsOf(ArchiveFolder folder) => folder.TableNames.Sum(name => RowsOf(new ManifestStore(folder.Table(name))));

    private static long RowsOf(ManifestStore manifests)
    {
        try
        {
            return manifests.CurrentNumber() > 0 ? manifests.ReadCurrent().Rows : 0;
        }
        catch (Exception error) when (error is ManifestException or IOException)
        {
            return 0;
        }
    }
}
