using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Archive.Engine.Execution;

namespace Archive.Tools;

/// <summary>How the tables were read when the query was run, for people and for programs.</summary>
internal static class ScanReport
{
    public static string Text(ImmutableArray<TableScan> scans) =>
        scans.Length > 0 ? string.Join('\n', scans.Select(Text)) : "No table was read: what DuckDB keeps of the tables tells the answer.";

    private static string Text(TableScan scan)
    {
        var order = scan.Schema switch { "sky" => ", in the order of the sky", "main" => ", in the order of its partitions", _ => "" };
        var filters = scan.Filters.Length > 0 ? $"\n  by {scan.Filters}" : "";
        var skipped = scan.RowsSkipped > 0 ? $"\n  {Number(scan.RowsSkipped)} not read: {WhyNotRead(scan)}" : "";
        return $"{scan.Table}{order}: {Number(scan.RowsScanned)} of {Number(scan.RowsInTable)} rows read, {Number(scan.RowsKept)} kept{filters}{skipped}";
    }

    private static string WhyNotRead(TableScan scan)
    {
        var reasons = new List<string>();
        if (scan.Filters.Length > 0) reasons.Add("the zone maps (least and greatest values of groups of rows) tell that none meets the conditions");
        if (scan.IsUnderJoin) reasons.Add("the join's other side has nothing for them");
        if (scan.IsUnderLimit) reasons.Add("the query had rows enough before");
        return reasons.Count > 0 ? string.Join(", or ", reasons) : "the query has no use for them";
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An array of objects, one a scan.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<TableScan> scans)
    {
        json.WriteStartArray();
        foreach (var scan in scans)
        {
            json.WriteStartObject();
            json.WriteString("schema", scan.Schema);
            json.WriteString("table", scan.Table);
            json.WriteString("filters", scan.Filters);
            json.WriteNumber("rowsInTable", scan.RowsInTable);
            json.WriteNumber("rowsScanned", scan.RowsScanned);
            json.WriteNumber("rowsSkipped", scan.RowsSkipped);
            json.WriteNumber("rowsKept", scan.RowsKept);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
