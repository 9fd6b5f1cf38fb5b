using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Parquet;

/// <summary>
/// A database of one result's own, in which its rows wait until DuckDB writes them as a file: little memory, the rest in a folder of its own. The
/// folder is gone when the stage is disposed. It has access to that folder alone, and loads nothing.
/// </summary>
internal sealed class ParquetStage : IDisposable
{
    /// <summary>Megabytes for any result, and for each of its columns, whose values of one row group are held at once.</summary>
    private const int Megabytes = 8, MegabytesPerColumn = 1;

    /// <summary>Chunks of the widest rows for which there must be room besides.</summary>
    private const int ChunksHeld = 3;

    private const string Table = "result";
    private const int FlushBytes = 1 << 20;
    private const int RowGroupBytes = 2 << 20;
    private const int MaximumGroupRows = 122_880;

    private readonly DirectoryInfo folder = Directory.CreateDirectory(ProcessFolder.NewPath());
    private readonly ImmutableArray<StagedColumn> columns;
    private readonly DuckDbDatabase database;
    private readonly DuckDbConnection connection;
    private readonly ChunkAppender appender;
    private DuckDbStatement? statement;
    private long rowCount;
    private long byteCount;
    private long unflushed;
    private long grantedMegabytes;

    public ParquetStage(ImmutableArray<StagedColumn> columns)
    {
        this.columns = columns;
        database = DuckDbDatabase.Open(null, new Dictionary<string, string>
        {
            ["threads"] = "1",
            ["temp_directory"] = Path.Combine(folder.FullName, "spill"),
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
        });
        connection = database.Connect();
        connection.Execute($"SET allowed_directories = {SqlText.List([folder.FullName])}");
        connection.Execute("SET enable_external_access = false");
        connection.Execute("SET allowed_configs = ['memory_limit']; SET lock_configuration = true");
        Grant(chunkBytes: 0);
        connection.Execute($"CREATE TABLE {Table}({string.Join(", ", columns.Select(column => column.Definition))})");
        appender = new ChunkAppender(connection, null, Table);
    }

    /// <summary>The file, once it is written.</summary>
    public string FilePath { get; private set; } = "";

    public void Append(DataChunk chunk, int rows)
    {
        var bytes = Bytes(chunk, rows);
        Grant(bytes);
        appender.Append(chunk, rows);
        rowCount += rows;
        byteCount += bytes;
        unflushed += bytes;
        if (unflushed < FlushBytes) return;
        appender.Flush();
        unflushed = 0;
    }

    /// <summary>Starts to write the file, with texts by name in its footer.</summary>
    public StatementRun StartCopy(params ReadOnlySpan<(string Name, string Value)> footer)
    {
        appender.Complete();
        FilePath = Path.Combine(folder.FullName, "result.parquet");
        var entries = new List<string>();
        foreach (var (name, value) in footer) entries.Add($"{SqlText.Literal(name)}: {SqlText.Literal(value)}");
        statement = connection.Prepare(string.Create(CultureInfo.InvariantCulture,
            $"COPY (SELECT {string.Join(", ", columns.Select(column => column.Selection))} FROM {Table}) TO {SqlText.Literal(FilePath)} (FORMAT parquet, ROW_GROUP_SIZE {GroupRows()}, KV_METADATA {{{string.Join(", ", entries)}}})"));
        return statement.Start();
    }

    public void Dispose()
    {
        appender.Dispose();
        statement?.Dispose();
        connection.Dispose();
        database.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>Wide rows take more memory than most results are worth, so it is granted when they come.</summary>
    private void Grant(long chunkBytes)
    {
        var megabytes = Megabytes + (MegabytesPerColumn * columns.Length) + (ChunksHeld * (chunkBytes >> 20));
        if (megabytes <= grantedMegabytes) return;
        grantedMegabytes = megabytes;
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"SET memory_limit = '{megabytes}MB'"));
    }

    /// <summary>A row group is held in memory until it is full, so wide rows make groups of fewer.</summary>
    private long GroupRows() => Math.Clamp(rowCount == 0 ? MaximumGroupRows : RowGroupBytes / Math.Max(1, byteCount / rowCount), 1, MaximumGroupRows);

    private long Bytes(DataChunk chunk, int rows)
    {
        var bytes = (long)rows * columns.Length * 16;
        for (var index = 0; index < columns.Length; index++)
        {
            var values = chunk.Column(index);
            if (columns[index].VectorType == DuckDbType.List)
            {
                bytes += values.ListElements().Count * sizeof(double);
            }
            else if (columns[index].VectorType == DuckDbType.Varchar)
            {
                for (var row = 0; row < rows; row++)
                {
                    if (!values.IsNull(row)) bytes += values.Bytes(row).Length;
                }
            }
        }

        return bytes;
    }
}
