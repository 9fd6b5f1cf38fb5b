using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Archive.DuckDb;

namespace Archive.Engine.Execution;

/// <summary>How a query that was run read one table. What it didn't scan, the zone maps told to hold nothing for it.</summary>
/// <param name="Table">Name in the query store, with its schema: <c>main</c> in the order of partitions, <c>sky</c> in the order of the sky.</param>
/// <param name="Filters">The conditions that DuckDB asked while scanning; empty where it asked none.</param>
/// <param name="RowsInTable">Rows that the table has.</param>
/// <param name="RowsScanned">Rows that were looked at; more than the table has where it was scanned more than once.</param>
/// <param name="RowsKept">Rows that went on to the rest of the query.</param>
public sealed record TableScan(string Table, string Filters, long RowsInTable, long RowsScanned, long RowsKept)
{
    /// <summary>DuckDB's own names.</summary>
    private const string TableMember = "Table", FiltersMember = "Filters";

    public long RowsSkipped => Math.Max(0, RowsInTable - RowsScanned);

    /// <summary>Reads the scans of a profile that EXPLAIN (ANALYZE, FORMAT JSON) gave, in the order of the plan.</summary>
    internal static ImmutableArray<TableScan> Read(string profile, DuckDbConnection connection)
    {
        using var document = JsonDocument.Parse(profile, new JsonDocumentOptions { MaxDepth = 4096 });
        var scans = ImmutableArray.CreateBuilder<TableScan>();
        var open = new Stack<JsonElement>([document.RootElement]);
        while (open.TryPop(out var node))
        {
            if (node.TryGetProperty("extra_info", out var info) && info.ValueKind == JsonValueKind.Object && info.TryGetProperty(TableMember, out var table))
            {
                var (schema, name) = Parts(table.GetString()!);
                scans.Add(new TableScan($"{schema}.{name}", info.TryGetProperty(FiltersMember, out var filters) ? Text(filters) : "", RowsIn(schema, name, connection),
                    node.GetProperty("operator_rows_scanned").GetInt64(), node.GetProperty("operator_cardinality").GetInt64()));
            }

            if (!node.TryGetProperty("children", out var children)) continue;
            foreach (var child in children.EnumerateArray().Reverse()) open.Push(child);
        }

        return scans.ToImmutable();
    }

    /// <summary>Of database.schema.table the last two.</summary>
    private static (string Schema, string Name) Parts(string table)
    {
        var parts = table.Split('.', 3);
        return parts.Length == 3 ? (parts[1], parts[2]) : ("main", table);
    }

    private static string Text(JsonElement filters) =>
        filters.ValueKind == JsonValueKind.Array ? string.Join(" AND ", filters.EnumerateArray().Select(filter => filter.ToString())) : filters.ToString().Replace('\n', ' ');

    private static long RowsIn(string schema, string name, DuckDbConnection connection)
    {
        using var result = connection.Query(string.Create(CultureInfo.InvariantCulture,
            $"SELECT estimated_size FROM duckdb_tables() WHERE schema_name = {SqlText.Literal(schema)} AND table_name = {SqlText.Literal(name)}"));
        using var chunk = result.FetchChunk();
        return chunk is null ? 0 : chunk.Column(0).Values<long>()[0];
    }
}
