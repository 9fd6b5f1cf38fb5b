using System.Security.Cryptography;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// Writes the rows of a query as one Parquet file that is named after its content. The same rows in the same order give the same bytes:
/// all that DuckDB would choose by itself is pinned, and nothing in the file tells when it was written.
/// </summary>
internal sealed class ParquetFileWriter(DuckDbConnection connection, TableFolder table)
{
    private const string Options = "FORMAT parquet, PARQUET_VERSION v1, COMPRESSION zstd, COMPRESSION_LEVEL 3, ROW_GROUP_SIZE 122880, WRITE_BLOOM_FILTER false";

    /// <summary>
    /// Writes the file under a temporary name, brings it to the disk and renames it into its partition's folder, where no manifest names it
    /// yet. On the usual file systems the renames are on the disk before the manifest that is synced after them.
    /// </summary>
    /// <param name="query">The rows, in order; SQL.</param>
    /// <param name="partition">The UT date of all rows, or empty for a table that isn't cut by date.</param>
    /// <param name="rows">How many rows the query gives.</param>
    /// <exception cref="DuckDbException">The query failed or the file can't be written.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public PartitionFile Write(string query, string partition, long rows)
    {
        var temporary = WriteUnfinished(query);
        var (hash, bytes) = SyncAndHash(temporary);
        var path = PartitionPath.FileOf(partition, hash);
        var target = Path.Combine(table.Root, path);
        if (File.Exists(target) && HashOf(target) == hash)
        {
            File.Delete(temporary);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(temporary, target, overwrite: true);
        }

        return new PartitionFile(path, partition, rows, bytes, hash);
    }

    /// <summary>True if the rows of the query would make just this file.</summary>
    public bool WouldBe(PartitionFile file, string query)
    {
        var temporary = WriteUnfinished(query);
        var isSame = new FileInfo(temporary).Length == file.Bytes && HashOf(temporary) == file.Sha256;
        File.Delete(temporary);
        return isSame;
    }

    private string WriteUnfinished(string query)
    {
        var path = Path.Combine(UnfinishedWork.FolderOf(table), $"{Guid.NewGuid():N}.parquet");
        connection.Execute($"COPY ({query}) TO {SqlText.Literal(path)} ({Options})");
        return path;
    }

    private static (string Hash, long Bytes) SyncAndHash(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(SHA256.HashData(file)), file.Length);
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
