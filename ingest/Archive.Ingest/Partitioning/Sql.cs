namespace Archive.Ingest.Partitioning;

/// <summary>Quoting, in one place: whatever a name or path holds, it stays one name or one text.</summary>
internal static class Sql
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A list of texts, as <c>read_parquet</c> takes its files.</summary>
    public static string TextList(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Text))}]";
}
