using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Bookkeeping;

/// <summary>Rows of a query, read while it runs: the connection can do nothing else meanwhile, and a million rows take no memory.</summary>
internal static class RowReading
{
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Reads a query that gives the table's columns, in order.</summary>
    public static IEnumerable<ObservationRecord> Records(DuckDbConnection connection, Table table, string query)
    {
        var types = table.Columns.Select(column => column.StorageType()).ToArray();
        var (key, month) = (Ordinal(table, table.KeyColumn!), Ordinal(table, table.UtDateColumn!));
        using var statement = connection.Prepare(query);
        using var result = statement.ExecuteStreaming();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                {
                    var values = new FieldValue[types.Length];
                    for (var ordinal = 0; ordinal < types.Length; ordinal++) values[ordinal] = Value(chunk, ordinal, types[ordinal], row);
                    yield return new ObservationRecord(table, values, values[key].ToString(), values[month].Date);
                }
            }
        }
    }

    /// <summary>Reads a query that gives texts and a date, in this order.</summary>
    public static IEnumerable<(string[] Texts, DateOnly Date)> TextsAndDate(DuckDbConnection connection, string query)
    {
        using var statement = connection.Prepare(query);
        using var result = statement.ExecuteStreaming();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                {
                    var texts = new string[chunk.ColumnCount - 1];
                    for (var column = 0; column < texts.Length; column++) texts[column] = chunk.Column(column).Text(row)!;
                    yield return (texts, DateOnly.FromDayNumber(chunk.Column(texts.Length).Values<int>()[row] + EpochDay));
                }
            }
        }
    }

    private static FieldValue Value(DataChunk chunk, int ordinal, DuckDbType type, int row)
    {
        var column = chunk.Column(ordinal);
        if (column.IsNull(row)) return FieldValue.Null;
        return type switch
        {
            DuckDbType.Varchar => FieldValue.OfText(column.Text(row)!),
            DuckDbType.Integer => FieldValue.OfInteger(column.Values<int>()[row]),
            DuckDbType.BigInt => FieldValue.OfInteger(column.Values<long>()[row]),
            DuckDbType.Date => FieldValue.OfDate(DateOnly.FromDayNumber(column.Values<int>()[row] + EpochDay)),
            DuckDbType.Timestamp => FieldValue.OfTimestamp(column.Values<long>()[row]),
            _ => throw new ArgumentException($"No table of ingest's own account has columns of {type}.", nameof(type)),
        };
    }

    private static int Ordinal(Table table, string name) => table.Columns.IndexOf(table.FindColumn(name)!);
}
