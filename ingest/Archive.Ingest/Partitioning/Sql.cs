namespace Archive.Ingest.Partitioning;

/// <summary>Quoting, in one place: whatever a name or path holds, it stays one name or one text.</summary>
internal static class Sql
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A file to be read. DuckDB takes a path for a pattern; here it is always that one file.</summary>
    public static string File(string path) => Text(path.Replace("[", "[[]", StringComparison.Ordinal).Replace("*", "[*]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal));

    /// <summary>Files to be read.</summary>
    public static string Files(IEnumerable<string> paths) => $"[{string.Join(", ", paths.Select(File))}]";
}
