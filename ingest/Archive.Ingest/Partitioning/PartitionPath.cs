namespace Archive.Ingest.Partitioning;

/// <summary>Names of partitions and of their files, relative to the table's folder, with <c>/</c>.</summary>
internal static class PartitionPath
{
    public const string UtDateFolderPrefix = "ut_date=";

    /// <summary>Folder of a table that isn't cut by date.</summary>
    public const string UndatedFolder = "data";

    /// <summary>Path of a file from its content: <c>ut_date=2004-08-24/1f06….parquet</c>.</summary>
    public static string FileOf(string partition, string sha256) =>
        $"{(partition.Length == 0 ? UndatedFolder : UtDateFolderPrefix + partition)}/{sha256[..16]}.parquet";
}
