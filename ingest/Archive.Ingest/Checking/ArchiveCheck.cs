using System.Security.Cryptography;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Checking;

/// <summary>
/// Compares an archive's folder with its current manifests: every file there, of the promised size and hash, with the promised rows
/// and the columns that the table's description names. Reads only.
/// </summary>
public sealed class ArchiveCheck(ArchiveFolder folder)
{
    private readonly List<CheckFinding> findings = [];
    private int tables;
    private int files;
    private long rows;

    /// <param name="progress">Told the number of files looked at and the number there are.</param>
    /// <param name="cancellation">Ends the check early.</param>
    public CheckReport Run(Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        using var database = DuckDbDatabase.Open(null, [new("threads", "1")]);
        using var connection = database.Connect();
        foreach (var name in folder.TableNames)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                CheckTable(folder.Table(name), connection, progress, cancellation);
            }
            catch (ManifestException error)
            {
                findings.Add(new CheckFinding(folder.Table(name).Root, error.Message, IsDamage: true));
            }
        }

        return new CheckReport(tables, files, rows, findings);
    }

    private void CheckTable(TableFolder table, DuckDbConnection connection, Action<int, int>? progress, CancellationToken cancellation)
    {
        var store = new ManifestStore(table);
        var manifest = store.ReadCurrent();
        if (manifest.Number == 0) return;
        tables++;
        var description = TableDescription.Read(table.DescriptionOf(manifest));
        var expectedColumns = description.Columns.Select(column => $"{column.Name} {column.Type.SqlTypeName()}").ToList();
        for (var i = 0; i < manifest.Files.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckFile(table, manifest.Files[i], expectedColumns, connection);
            progress?.Invoke(i + 1, manifest.Files.Length);
        }

        FindLeftovers(table, store);
    }

    private void CheckFile(TableFolder table, PartitionFile file, List<string> expectedColumns, DuckDbConnection connection)
    {
        const string restore = "Restore it from a copy of the archive, or ingest its night again.";
        files++;
        rows += file.Rows;
        var path = Path.Combine(table.Root, file.Path);
        void Damage(string what) => findings.Add(new CheckFinding(path, $"{what} {restore}", IsDamage: true));
        try
        {
            var length = new FileInfo(path).Length;
            if (length != file.Bytes)
            {
                Damage($"It has {length} bytes, the manifest says {file.Bytes}.");
                return;
            }

            using (var stream = File.OpenRead(path))
            {
                var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
                if (hash != file.Sha256)
                {
                    Damage($"Its SHA-256 is {hash}, the manifest says {file.Sha256}.");
                    return;
                }
            }

            var (count, columns) = ReadFile(connection, path);
            if (count != file.Rows) Damage($"It holds {count} rows, the manifest says {file.Rows}.");
            if (!columns.SequenceEqual(expectedColumns)) Damage("Its columns are not those of the table's description.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DuckDbException)
        {
            Damage($"It can't be read: {error.Message.Split('\n')[0]}.");
        }
    }

    private static (long Rows, List<string> Columns) ReadFile(DuckDbConnection connection, string path)
    {
        using var count = connection.Prepare("SELECT num_rows FROM parquet_file_metadata($1)");
        count.Bind(1, SqlText.Pattern(path));
        using var countResult = count.Execute();
        using var countChunk = countResult.FetchChunk();
        using var describe = connection.Prepare("SELECT column_name || ' ' || column_type FROM (DESCRIBE FROM read_parquet($1, hive_partitioning = false))");
        describe.Bind(1, SqlText.Pattern(path));
        using var describeResult = describe.Execute();
        var columns = new List<string>();
        while (describeResult.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) columns.Add(chunk.Column(0).Text(row)!);
            }
        }

        return (countChunk?.Column(0).Values<long>()[0] ?? 0, columns);
    }

    /// <summary>Parquet files and temporary files that no manifest names: what an interrupted ingest left. The next one removes them.</summary>
    private void FindLeftovers(TableFolder table, ManifestStore store)
    {
        var named = store.Numbers()
            .SelectMany(number => store.Read(number).Files)
            .Select(file => Path.GetFullPath(Path.Combine(table.Root, file.Path)))
            .ToHashSet();
        foreach (var path in Directory.EnumerateFiles(table.Root, "*", SearchOption.AllDirectories).Where(IsPart).Where(path => !named.Contains(Path.GetFullPath(path))))
            findings.Add(new CheckFinding(path, "No manifest names it: an interrupted ingest left it. The next ingest removes it.", IsDamage: false));
    }

    private static bool IsPart(string path) =>
        path.EndsWith(".parquet", StringComparison.Ordinal) || path.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal);
}
