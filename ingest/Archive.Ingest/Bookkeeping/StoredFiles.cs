using System.Runtime.CompilerServices;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Bookkeeping;

/// <summary>One snapshot of <c>ingest_files</c>, to be read.</summary>
internal sealed class StoredFiles
{
    private readonly ArchiveFolder _archive;
    private readonly TableFolder _folder;

    /// <exception cref="ManifestException">The table's manifests can't be read.</exception>
    public StoredFiles(ArchiveFolder archive)
    {
        _archive = archive;
        _folder = archive.Table(IngestTables.Files.Name);
        Manifest = new ManifestStore(_folder).ReadCurrent();
    }

    public Manifest Manifest { get; }

    /// <summary>
    /// The rows as a source of SQL, with the columns as they are defined now. Rows that a program wrote that had fewer columns have nulls.
    /// </summary>
    public static string Source(TableFolder folder, Table table, IReadOnlyCollection<PartitionFile> files)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"CAST({SqlText.Identifier(column.Name)} AS {column.Type.SqlTypeName()}) AS {SqlText.Identifier(column.Name)}"));
        var nothing = $"SELECT {string.Join(", ", table.Columns.Select(column => $"CAST(NULL AS {column.Type.SqlTypeName()}) AS {SqlText.Identifier(column.Name)}"))} WHERE false";
        if (files.Count == 0) return $"({nothing})";
        var paths = SqlText.Files(files.Select(file => Path.Combine(folder.Root, file.Path)));
        return $"(SELECT {columns} FROM ({nothing} UNION ALL BY NAME FROM read_parquet({paths}, union_by_name = true, hive_partitioning = false)))";
    }

    /// <summary>The same of this snapshot.</summary>
    public string Source() => Source(_folder, IngestTables.Files, Manifest.Files);

    /// <summary>What is known of the files at or below some paths.</summary>
    /// <param name="roots">The paths.</param>
    /// <param name="definition">What files are read by now.</param>
    /// <exception cref="IngestException">The table can't be read.</exception>
    public KnownFiles Load(IReadOnlyList<string> roots, string definition)
    {
        var known = new KnownFiles((int)Math.Min(Manifest.Rows, int.MaxValue / 2));
        if (Manifest.Files.IsEmpty) return known;
        Read($"path, file_size, epoch_us(modified), header_hash, state, code, coalesce(definition = {SqlText.Literal(definition)}, false), table_name", roots, chunk => Add(chunk, known));
        foreach (var outcomes in known.Outcomes.Where(outcome => outcome.State == FileState.Taken).GroupBy(outcome => outcome.Table))
        {
            var isLost = new ManifestStore(_archive.Table(outcomes.Key)).ReadCurrent().Rows < outcomes.Sum(outcome => outcome.Files);
            foreach (var outcome in outcomes) outcome.IsLost = isLost;
        }

        return known;
    }

    /// <summary>The paths, and states, of the files at or below some paths that nobody has seen.</summary>
    public IEnumerable<(string Path, string State)> Unseen(IReadOnlyList<string> roots, KnownFiles known)
    {
        List<(string, string)> unseen = [];
        Read("path, state", roots, chunk =>
        {
            for (var row = 0; row < chunk.RowCount; row++)
            {
                if (!known.IsSeen(TextHash.OfPath(chunk.Column(0).Bytes(row)))) unseen.Add((chunk.Column(0).Text(row)!, chunk.Column(1).Text(row)!));
            }
        });
        return unseen;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(DataChunk chunk, KnownFiles known)
    {
        ReadOnlySpan<long> sizes = chunk.Column(1).Values<long>(), modified = chunk.Column(2).Values<long>();
        var isAsNow = chunk.Column(6).Values<byte>();
        VectorView path = chunk.Column(0), hash = chunk.Column(3), state = chunk.Column(4), code = chunk.Column(5), table = chunk.Column(7);
        for (var row = 0; row < chunk.RowCount; row++)
        {
            known.Add(TextHash.OfPath(path.Bytes(row)), new KnownFile
            {
                Size = sizes[row],
                Modified = modified[row],
                HeaderHash = hash.IsNull(row) ? 0 : HeaderFacts.Beginning(hash.Bytes(row)),
                Outcome = known.OutcomeOf(state.Bytes(row), code.IsNull(row) ? [] : code.Bytes(row), table.IsNull(row) ? [] : table.Bytes(row)),
                IsReadAsNow = isAsNow[row] != 0,
            });
        }
    }

    private void Read(string columns, IReadOnlyList<string> roots, Action<DataChunk> read) => StorageFault.Guard(_folder, () =>
    {
        using var database = DuckDbDatabase.Open(null, [new("memory_limit", "256MB")]);
        using var connection = database.Connect();
        if (roots.Count > 1) TextTable.Make(connection, "roots", ["root"], roots.Select(root => new[] { root }));
        // A file is asked for by name, a folder by what paths in it begin with; the one is a hash join, the other a loop over few folders.
        var isWanted = roots.Count == 1 ? IsBelow(SqlText.Literal(roots[0])) : $"(path IN (SELECT root FROM roots) OR EXISTS (SELECT 1 FROM roots WHERE {IsBelow("root")}))";
        using var statement = connection.Prepare($"SELECT {columns} FROM {Source()} WHERE {isWanted}");
        using var result = statement.ExecuteStreaming();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk) read(chunk);
        }
    }, "Nothing was changed.");

    private static string IsBelow(string root) => $"(path = {root} OR starts_with(path, rtrim({root}, '{Path.DirectorySeparatorChar}') || '{Path.DirectorySeparatorChar}'))";
}
