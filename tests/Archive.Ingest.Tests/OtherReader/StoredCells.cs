using System.Globalization;
using System.Text.Json.Nodes;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Ingest.Tests.Partitioning;

namespace Archive.Ingest.Tests.OtherReader;

/// <summary>
/// The cells of a Parquet file as DuckDB reads them, written so that nothing is lost: whole numbers in decimal, floats and doubles as the hexadecimal digits of their bits,
/// dates as days and instants as microseconds since 1970. A NaN is only <c>NaN</c>: which of them it is, JavaScript may change.
/// </summary>
internal static class StoredCells
{
    public static List<JsonArray> Read(string path)
    {
        var rowsOfFile = $"FROM read_parquet({SqlText.File(path)}, hive_partitioning = false)";
        var types = TestTable.Query($"SELECT column_type FROM (DESCRIBE {rowsOfFile})");
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query(rowsOfFile);
        List<JsonArray> rows = [];
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                {
                    var cells = new JsonArray();
                    for (var column = 0; column < types.Length; column++) cells.Add(Cell(chunk.Column(column), types[column], row));
                    rows.Add(cells);
                }
            }
        }

        return rows;
    }

    private static JsonNode? Cell(VectorView values, string type, int row)
    {
        if (values.IsNull(row)) return null;
        if (!type.EndsWith("[]", StringComparison.Ordinal)) return Text(values, type, row);
        var elements = values.ListElements();
        var (offset, length) = values.ListEntry(row);
        var list = new JsonArray();
        for (var i = offset; i < offset + length; i++) list.Add(Cell(elements, type[..^2], i));
        return list;
    }

    private static string Text(VectorView values, string type, int row) => type switch
    {
        "BOOLEAN" => values.Values<byte>()[row] == 0 ? "false" : "true",
        "UTINYINT" => Decimal(values.Values<byte>()[row]),
        "SMALLINT" => Decimal(values.Values<short>()[row]),
        "INTEGER" or "DATE" => Decimal(values.Values<int>()[row]),
        "BIGINT" or "TIMESTAMP" => Decimal(values.Values<long>()[row]),
        "FLOAT" => float.IsNaN(values.Values<float>()[row]) ? "NaN" : values.Values<uint>()[row].ToString("x8", CultureInfo.InvariantCulture),
        "DOUBLE" => double.IsNaN(values.Values<double>()[row]) ? "NaN" : values.Values<ulong>()[row].ToString("x16", CultureInfo.InvariantCulture),
        "VARCHAR" => values.Text(row)!,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no type of a partition's column"),
    };

    private static string Decimal(long value) => value.ToString(CultureInfo.InvariantCulture);
}
