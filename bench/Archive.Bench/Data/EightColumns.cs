using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Formats;

namespace Archive.Bench.Data;

/// <summary>
/// A result of a million rows in DuckDB's chunks, as a result writer gets them: two texts that identify an observation, a time, a
/// position (null in every fifth row), an integer, two short texts.
/// </summary>
internal sealed class EightColumns : IDisposable
{
    public const int RowCount = 1_000_000;

    private const string Sql =
        """
        SELECT printf('HI.%d.%05d.fits', 20000101 + i // 100, i % 86400) AS koaid,
               printf('/koadata1/HIRES/%d/lev0/HI.%d.%05d.fits', 20000101 + i // 100, 20000101 + i // 100, i % 86400) AS filehand,
               TIMESTAMP '2000-01-01 00:00:00.25' + to_seconds(i * 600) AS utdatetime,
               CASE WHEN i % 5 > 0 THEN (i * 7919 % 360000000) / 1000000.0::DOUBLE END AS ra,
               CASE WHEN i % 5 > 0 THEN (i * 104729 % 180000000) / 1000000.0::DOUBLE - 90 END AS dec,
               (i * 31 % 3600)::INTEGER AS elaptime,
               printf('C%03d', i // 500 % 1000) AS progid,
               ['object', 'flatlamp', 'arclamp', 'bias'][1 + i % 4] AS koaimtyp
        FROM range(1000000) rows(i) ORDER BY i
        """;

    private readonly DuckDbDatabase database;
    private readonly DuckDbConnection connection;
    private readonly DuckDbResult result;

    public EightColumns()
    {
        database = DuckDbDatabase.Open(null);
        connection = database.Connect();
        result = connection.Query(Sql);
        var chunks = ImmutableArray.CreateBuilder<DataChunk>();
        while (result.FetchChunk() is { } chunk) chunks.Add(chunk);
        Chunks = chunks.ToImmutable();
        Description = ResultDescription.Of(result, [Column("koaid", ColumnType.Text), Column("filehand", ColumnType.Text), Column("utdatetime", ColumnType.Timestamp),
            Column("ra", ColumnType.Double), Column("dec", ColumnType.Double), Column("elaptime", ColumnType.Int), Column("progid", ColumnType.Text), Column("koaimtyp", ColumnType.Text)]);
    }

    public ImmutableArray<DataChunk> Chunks { get; }

    public ResultDescription Description { get; }

    public void Dispose()
    {
        foreach (var chunk in Chunks) chunk.Dispose();
        result.Dispose();
        connection.Dispose();
        database.Dispose();
    }

    private static Column Column(string name, ColumnType type) => new() { Name = name, Type = type };
}
