using System.Collections.Immutable;
using System.Text.Json;
using Archive.DuckDb;

namespace Archive.Engine.Execution;

/// <summary>
/// How a query that was run read one table. Rows are left out where the zone maps, the least and the greatest value of each group of rows, tell that no row of the group meets the
/// filters; and where a join or a limit above had no use for more.
/// </summary>
/// <param name="Schema">Schema in the query store: <c>main</c> in the order of partitions, <c>sky</c> in the order of the sky.</param>
/// <param name="Table">Name of the table.</param>
/// <param name="Filters">The conditions that DuckDB asked while scanning; empty where it asked none.</param>
/// <param name="RowsInTable">Rows that the table has.</param>
/// <param name="RowsScanned">Rows that were looked at; more than the table has where it was scanned more than once.</param>
/// <param name="RowsKept">Rows that went on to the rest of the query.</param>
public sealed record TableScan(string Schema, string Table, string Filters, long RowsInTable, long RowsScanned, long RowsKept)
{
    /// <summary>DuckDB's own names.</summary>
    private const string TableMember = "Table", FiltersMember = "Filters", LimitOperator = "LIMIT", JoinOperator = "JOIN";

    /// <summary>True where a limit above it may have had rows enough before the table's end.</summary>
    public bool IsUnderLimit { get; private init; }

    /// <summary>True where a join above it may have told, from its other side, which rows are of no use.</summary>
    public bool IsUnderJoin { get; private init; }

    public long RowsSkipped => Math.Max(0, RowsInTable - RowsScanned);

    /// <summary>Reads the scans of a profile that EXPLAIN (ANALYZE, FORMAT JSON) gave, in the order of the plan.</summary>
    internal static ImmutableArray<TableScan> Read(string profile, DuckDbConnection connection)
    {
        using var document = JsonDocument.Parse(profile, new JsonDocumentOptions { MaxDepth = 4096 });
        var scans = ImmutableArray.CreateBuilder<TableScan>();
        var open = new Stack<(JsonElement Node, bool UnderLimit, bool UnderJoin)>([(document.RootElement, false, false)]);
        while (open.TryPop(out var next))
        {
            var (node, underLimit, underJoin) = next;
            if (node.TryGetProperty("extra_info", out var info) && info.ValueKind == JsonValueKind.Object && info.TryGetProperty(TableMember, out var table))
            {
                var (schema, name) = Parts(table.GetString()!);
                scans.Add(new TableScan(schema, name, info.TryGetProperty(FiltersMember, out var filters) ? Text(filters) : "", RowsIn(schema, name, connection),
                    node.GetProperty("operator_rows_scanned").GetInt64(), node.GetProperty("operator_cardinality").GetInt64())
                {
                    IsUnderLimit = underLimit,
                    IsUnderJoin = underJoin,
                });
            }

            if (!node.TryGetProperty("children", out var children)) continue;
            var kind = node.TryGetProperty("operator_type", out var type) ? type.GetString()! : "";
            underLimit |= kind.Contains(LimitOperator, StringComparison.Ordinal);
            underJoin |= kind.Contains(JoinOperator, StringComparison.Ordinal);
            foreach (var child in children.EnumerateArray().Reverse()) open.Push((child, underLimit, underJoin));
        }

        return scans.ToImmutable();
    }

    /// <summary>Of database.schema.table the last two; DuckDB quotes the parts that need it.</summary>
    private static (string Schema, string Name) Parts(string table)
    {
        var parts = new List<string>();
        for (var at = 0; at < table.Length; at++)
        {
            var isQuoted = table[at] == '"';
            var end = isQuoted ? at + 1 : table.IndexOf('.', at);
            while (isQuoted && (table[end] != '"' || (end + 1 < table.Length && table[end + 1] == '"'))) end += table[end] == '"' ? 2 : 1;
            if (end < 0) end = table.Length;
            parts.Add(isQuoted ? table[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal) : table[at..end]);
            at = isQuoted ? end + 1 : end;
        }

        return parts.Count > 1 ? (parts[^2], parts[^1]) : ("main", table);
    }

    private static string Text(JsonElement filters) =>
        filters.ValueKind == JsonValueKind.Array ? string.Join(" AND ", filters.EnumerateArray().Select(filter => filter.ToString())) : filters.ToString().Replace('\n', ' ');

    private static long RowsIn(string schema, string name, DuckDbConnection connection)
    {
        using var result = connection.Query($"SELECT count(*) FROM {SqlText.Identifier(schema)}.{SqlText.Identifier(name)}");
        using var chunk = result.FetchChunk();
        return chunk!.Column(0).Values<long>()[0];
    }
}
