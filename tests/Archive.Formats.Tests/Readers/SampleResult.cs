using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Tests.Readers;

/// <summary>A result with every kind of column, nulls in each, and more rows than a chunk or a slice holds.</summary>
internal static class SampleResult
{
    public const int RowCount = 5000;

    public static string Sql => $"""
        SELECT
            'HI.' || i::VARCHAR || CASE WHEN i % 5 = 0 THEN ' a<b & "c", d' ELSE '' END AS koaid,
            CASE WHEN i % 7 = 0 THEN NULL ELSE repeat('x', (i % 40)::INT) || 'y' END AS note,
            CASE WHEN i % 11 = 0 THEN NULL ELSE TIMESTAMP '1969-12-31 23:59:58' + INTERVAL (i * 1370) MILLISECOND END AS utdatetime,
            CASE WHEN i % 3 = 0 THEN NULL ELSE sin(i::DOUBLE) * power(10, i % 30 - 12) END AS ra,
            (i / 8)::FLOAT AS seeing,
            CASE WHEN i % 13 = 0 THEN NULL ELSE ((i - 2500) * 800000)::INTEGER END AS frameno,
            ((i::BIGINT - 2500) * 3000000000000000) AS big,
            DATE '2004-08-24' + i::INTEGER AS date_obs
        FROM range({RowCount}) t(i)
        """;

    public static ImmutableArray<Column> Columns { get; } =
    [
        new() { Name = "koaid", Type = ColumnType.TextUpTo(32), Ucd = "meta.id;meta.main", Description = "Name & <more>" },
        new() { Name = "note", Type = ColumnType.Text },
        new() { Name = "utdatetime", Type = ColumnType.Timestamp, Ucd = "time.start" },
        new() { Name = "ra", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.ra" },
        new() { Name = "seeing", Type = ColumnType.Float, Unit = "arcsec" },
        new() { Name = "frameno", Type = ColumnType.Int },
        new() { Name = "big", Type = ColumnType.Long },
        new() { Name = "date_obs", Type = ColumnType.Date },
    ];

    /// <summary>Writes the result into a file of the folder; returns its path.</summary>
    public static string Write(string format, TemporaryFolder folder)
    {
        var path = folder["result" + ResultFormats.Find(format)!.Format.FileExtension];
        File.WriteAllBytes(path, Rendering.Render(format, Sql, Columns, query: Sql));
        return path;
    }

    /// <summary>
    /// The rows as DuckDB itself gives them: texts and times as they are, numbers by their bits, nulls as a reader of most formats sees
    /// them (an empty text, NaN, the word NULL for an integer).
    /// </summary>
    public static ImmutableArray<string> Rows()
    {
        using var database = DuckDb.DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query(Sql);
        var rows = ImmutableArray.CreateBuilder<string>(RowCount);
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                {
                    var utdatetime = chunk.Column(2).IsNull(row) ? "" : Iso(DateTime.UnixEpoch.AddMicroseconds(chunk.Column(2).Values<long>()[row]));
                    var ra = chunk.Column(3).IsNull(row) ? double.NaN : chunk.Column(3).Values<double>()[row];
                    var frameno = chunk.Column(5).IsNull(row) ? "NULL" : chunk.Column(5).Values<int>()[row].ToString(CultureInfo.InvariantCulture);
                    var dateObs = new DateOnly(1970, 1, 1).AddDays(chunk.Column(7).Values<int>()[row]);
                    rows.Add(string.Create(CultureInfo.InvariantCulture,
                        $"{chunk.Column(0).Text(row)}|{chunk.Column(1).Text(row)}|{utdatetime}|{Bits(ra)}|{Bits(chunk.Column(4).Values<float>()[row])}|{frameno}|{chunk.Column(6).Values<long>()[row]}|{dateObs:yyyy-MM-dd}"));
                }
            }
        }

        return rows.MoveToImmutable();
    }

    private static string Bits(double number) => double.IsNaN(number) ? "NaN" : BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);

    private static string Iso(DateTime instant) =>
        instant.ToString(instant.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
