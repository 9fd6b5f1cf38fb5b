using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Partitioning;

/// <summary>A small table with a column of every kind, in a temporary folder.</summary>
internal sealed class TestTable : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static Table Definition { get; } = new("public", "observations",
    [
        new Column { Name = "koaid", Type = ColumnType.TextUpTo(30) },
        new Column { Name = "date_obs", Type = ColumnType.Date },
        new Column { Name = "utdatetime", Type = ColumnType.Timestamp },
        new Column { Name = "object", Type = ColumnType.Text },
        new Column { Name = "ra", Type = ColumnType.Double, Unit = "deg" },
        new Column { Name = "frameno", Type = ColumnType.Int },
        new Column { Name = "filesize", Type = ColumnType.Long },
        new Column { Name = "seeing", Type = ColumnType.Float },
        new Column { Name = "binning", Type = ColumnType.Short },
        new Column { Name = "select", Type = ColumnType.Text, Description = "A reserved word." },
    ])
    { KeyColumn = "koaid", UtDateColumn = "date_obs" };

    public TableFolder Folder => new(_folder["observations"]);

    public Manifest Current => new ManifestStore(Folder).ReadCurrent();

    public static ObservationRecord Record(string koaId, string night, string? target = "Vega", double? raDegrees = 279.2, Table? table = null)
    {
        var day = DateOnly.ParseExact(night, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        FieldValue[] values =
        [
            FieldValue.OfText(koaId), FieldValue.OfDate(day),
            FieldValue.OfTimestamp((day.ToDateTime(new TimeOnly(5, 6, 7, 89)) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond),
            target is null ? FieldValue.Null : FieldValue.OfText(target), raDegrees is { } ra ? FieldValue.OfReal(ra) : FieldValue.Null,
            FieldValue.OfInteger(17), FieldValue.OfInteger(1L << 40), FieldValue.OfReal(0.75), FieldValue.OfInteger(-2), FieldValue.Null,
        ];
        table ??= Definition;
        Array.Resize(ref values, table.Columns.Length);
        return new ObservationRecord(table, values, koaId, day);
    }

    public IngestSummary Ingest(params IEnumerable<ObservationRecord> records)
    {
        using var session = IngestSession.Open(Folder, records.FirstOrDefault()?.Table ?? Definition);
        var order = 0;
        foreach (var record in records) session.Add(record, order, $"file{order++}");
        return session.Commit();
    }

    /// <summary>The rows of the current snapshot as CSV-like lines, sorted.</summary>
    public string[] Rows(string columns = "koaid, date_obs, object, ra") => Rows(Current, columns);

    public string[] Rows(Manifest manifest, string columns) => manifest.Files.IsEmpty ? [] :
        Query($"SELECT concat_ws('|', {columns}) FROM read_parquet([{string.Join(", ", manifest.Files.Select(file => $"'{Path.Combine(Folder.Root, file.Path)}'"))}], union_by_name = true) ORDER BY 1");

    /// <summary>The first column of a query's result as text.</summary>
    public static string[] Query(string sql)
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query(sql);
        List<string> rows = [];
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) rows.Add(chunk.Column(0).Text(row) ?? "null");
            }
        }

        return [.. rows];
    }

    public static void Execute(string sql)
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        connection.Execute(sql);
    }

    /// <summary>Every file of the table with its content's hash and its time of writing.</summary>
    public Dictionary<string, (string Hash, DateTime Written)> State() => Directory.EnumerateFiles(Folder.Root, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(Folder.Root, path), path => (HashOf(path), File.GetLastWriteTimeUtc(path)));

    public string[] Files() => [.. Directory.EnumerateFileSystemEntries(Folder.Root, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder.Root, path)).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    private static string HashOf(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
}
