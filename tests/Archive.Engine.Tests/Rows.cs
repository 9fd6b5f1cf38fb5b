using System.Globalization;
using Archive.DuckDb;
using Archive.Catalogue.Tables;
using Archive.DuckDb.Vectors;
using Archive.Engine.Execution;

namespace Archive.Engine.Tests;

/// <summary>Reads whole results as text, a line a row, values separated by <c>|</c>, nulls empty.</summary>
internal static class Rows
{
    public static async Task<List<string>> RowsOf(this ArchiveEngine engine, string adql, long? maximumRows = null)
    {
        using var query = await engine.StartAsync(adql, maximumRows);
        return Read(query);
    }

    public static List<string> Read(RunningQuery query)
    {
        var (types, columns) = (query.VectorTypes, query.Columns);
        var rows = new List<string>();
        while (query.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                    rows.Add(string.Join('|', types.Select((type, column) => type == DuckDbType.List ? ShowList(chunk.Column(column), columns[column].Type, row) : Show(chunk.Column(column), type, row))));
            }
        }

        return rows;
    }

    /// <summary>The elements of an array, blanks between them.</summary>
    private static string ShowList(VectorView lists, ColumnType type, int row)
    {
        if (lists.IsNull(row)) return "";
        var element = type.Datatype == Datatype.Int ? DuckDbType.Integer : DuckDbType.Double;
        var (offset, length) = lists.ListEntry(row);
        var shown = new string[length];
        for (var i = 0; i < length; i++) shown[i] = Show(lists.ListElements(), element, offset + i);
        return string.Join(' ', shown);
    }

    private static string Show(VectorView values, DuckDbType type, int row) => values.IsNull(row) ? "" : type switch
    {
        DuckDbType.Boolean => values.Values<byte>()[row] == 1 ? "T" : "F",
        DuckDbType.SmallInt => values.Values<short>()[row].ToString(CultureInfo.InvariantCulture),
        DuckDbType.Integer => values.Values<int>()[row].ToString(CultureInfo.InvariantCulture),
        DuckDbType.BigInt => values.Values<long>()[row].ToString(CultureInfo.InvariantCulture),
        DuckDbType.Double => values.Values<double>()[row].ToString("R", CultureInfo.InvariantCulture),
        DuckDbType.Date => new DateOnly(1970, 1, 1).AddDays(values.Values<int>()[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DuckDbType.Timestamp => DateTime.UnixEpoch.AddMicroseconds(values.Values<long>()[row]).ToString("s", CultureInfo.InvariantCulture),
        DuckDbType.Varchar => values.Text(row)!,
        _ => throw new NotSupportedException($"No test shows a {type}."),
    };
}
