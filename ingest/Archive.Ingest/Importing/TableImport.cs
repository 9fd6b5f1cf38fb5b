using System.Collections.Concurrent;
using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Importing;

/// <summary>
/// Makes a table of a file with a table in it, a VOTable, FITS, IPAC, CSV or Parquet file: <see cref="Open"/> reads the file and says what it recognised, <see cref="Commit"/> makes its
/// rows the table's snapshot, in place of all rows that the table had. The same file again changes nothing.
/// </summary>
public sealed class TableImport : IDisposable
{
    /// <summary>Rows of one file where a table isn't cut by date.</summary>
    private const int RowsPerFile = 1 << 20;

    private static readonly HashSet<string> StoreNames = new([StoreColumns.Cell, StoreColumns.X, StoreColumns.Y, StoreColumns.Z], StringComparer.OrdinalIgnoreCase);

    private readonly TableWriter _writer;
    private readonly StagedTable _staged;
    private readonly TableRecognition _found;
    private readonly TimeProvider _clock;
    private readonly List<(string Partition, long Rows)> _partitions;

    private TableImport(TableWriter writer, StagedTable staged, ImportSource source, TimeProvider clock)
    {
        (_writer, _staged, _clock) = (writer, staged, clock);
        _found = new TableRecognition(staged);
        if (_found.Rows == 0) throw new IngestException($"{source.Path} holds no rows. The table {writer.Folder.Name} is as it was.");
        if (_found.Columns.FirstOrDefault(column => StoreNames.Contains(column.Name)) is { } reserved)
            throw new IngestException($"{source.Path} has a column {reserved.Name}, a name that the query store keeps for itself. Rename the column.");
        _partitions = _found.PartitionedBy is null ? [("", _found.Rows)] : staged
            .Query($"SELECT CAST({NightExpression} AS VARCHAR), CAST(count(*) AS VARCHAR) FROM raw GROUP BY ALL ORDER BY ALL")
            .ConvertAll(row => (row[0]!, long.Parse(row[1]!, CultureInfo.InvariantCulture)));
        Plan = new ImportPlan
        {
            Source = source.Path,
            Format = source.Format,
            Table = ImportedTable.Define(writer.Folder.Name, _found, staged.Description, KnownDefinition(writer)),
            Rows = _found.Rows,
            PartitionedBy = _found.PartitionedBy?.Name,
            PartitionCount = _partitions.Count,
            Notes = _found.Notes,
        };
    }

    /// <summary>What was found and what will be done.</summary>
    public ImportPlan Plan { get; }

    private string NightExpression => $"CAST({_found.PartitionedBy!.Expression} AS DATE)";

    /// <summary>Reads the whole file and recognises its columns. Nothing of the table is changed.</summary>
    /// <param name="path">A VOTable, a FITS or an IPAC table, a CSV file (commas, tabs, semicolons or bars) whose first line names the columns, all of them gzipped or not, or a Parquet file.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="tableName">Name of the table: a regular identifier of ADQL; taken in lower case.</param>
    /// <param name="clock">What time it is.</param>
    /// <exception cref="IngestException">The file can't be read, its content is broken, the name is none, or another ingest is running.</exception>
    public static TableImport Open(string path, ArchiveFolder archive, string tableName, TimeProvider? clock = null)
    {
        tableName = TableNames.Checked(tableName);
        var source = ImportSource.Of(path);
        var writer = TableWriter.Open(archive.Table(tableName));
        StagedTable? staged = null;
        try
        {
            TableImport? import = null;
            writer.Guard(() =>
            {
                staged = StagedTable.Read(source, Path.GetDirectoryName(writer.UnfinishedFile("import"))!);
                import = new TableImport(writer, staged, source, clock ?? TimeProvider.System);
            });
            return import!;
        }
        catch
        {
            staged?.Dispose();
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Writes the partitions and makes them the table's current snapshot.</summary>
    /// <param name="progress">Told the number of rows that are written.</param>
    /// <param name="cancellation">Ends the import; the table is as it was.</param>
    /// <exception cref="IngestException">The disk failed or is full: the former snapshot is current.</exception>
    public ImportSummary Commit(IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ImportSummary? summary = null;
        _writer.Guard(() =>
        {
            var former = _writer.Manifests.ReadCurrent();
            var files = WriteFiles(progress, cancellation);
            cancellation.ThrowIfCancellationRequested();
            var manifest = Snapshot.Commit(_writer.Folder, Plan.Table, _writer.Manifests, former, files, _clock);
            summary = new ImportSummary(manifest.Rows, manifest.Files.Length, manifest.Number, manifest.Number != former.Number);
        });
        return summary!;
    }

    public void Dispose()
    {
        _staged.Dispose();
        _writer.Dispose();
    }

    private ConcurrentBag<PartitionFile> WriteFiles(IProgress<long>? progress, CancellationToken cancellation)
    {
        SortRows();
        _staged.Connection.Execute("SET threads = 1");
        ConcurrentBag<PartitionFile> files = [];
        var written = 0L;
        ParallelWork.ForEach(Pieces(), _staged.Connect, (piece, connection) =>
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"FROM sorted WHERE rowid BETWEEN {piece.Start} AND {piece.Start + piece.Rows - 1}");
            files.Add(new ParquetFileWriter(connection, _writer.Folder).Write(query, piece.Partition, piece.Rows));
            progress?.Report(Interlocked.Add(ref written, piece.Rows));
        }, cancellation);
        return files;
    }

    /// <summary>Rows by night and key; where there is no key, in the file's order.</summary>
    private void SortRows()
    {
        var columns = string.Join(", ", _found.Columns.Select(column => $"{column.Expression} AS {SqlText.Identifier(column.Name)}"));
        var order = string.Join(", ", new[] { _found.PartitionedBy is null ? null : NightExpression, _found.Key is { } key ? "raw." + SqlText.Identifier(key) : "raw.rowid" }.OfType<string>());
        _staged.Connection.Execute($"CREATE TABLE sorted AS SELECT {columns} FROM raw ORDER BY {order}");
        _staged.Connection.Execute("DROP TABLE raw");
    }

    private IEnumerable<(string Partition, long Start, long Rows)> Pieces()
    {
        var start = 0L;
        foreach (var (partition, rows) in _partitions)
        {
            var perFile = partition.Length == 0 ? RowsPerFile : rows;
            for (var done = 0L; done < rows; done += perFile) yield return (partition, start + done, Math.Min(perFile, rows - done));
            start += rows;
        }
    }

    private static Table? KnownDefinition(TableWriter writer) =>
        InstrumentRegistry.Of(writer.Folder.Name)?.Definition.Table
        ?? TableDescription.Find(writer.Folder, writer.Manifests.ReadCurrent());
}
