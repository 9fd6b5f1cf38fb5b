namespace Archive.DuckDb;

/// <summary>Quoting, in one place: whatever a name, a text or a path holds, it stays one name, one text, one file.</summary>
public static class SqlText
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Literal))}]";

    /// <summary>A path that DuckDB's readers, which take paths for patterns, understand as this one file.</summary>
    public static string Pattern(string path) =>
        path.Replace("[", "[[]", StringComparison.Ordinal).Replace("*", "[*]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal);

    /// <summary>A file to be read.</summary>
    public static string File(string path) => Literal(Pattern(path));

    /// <summary>Files to be read.</summary>
    public static string Files(IEnumerable<string> paths) => List(paths.Select(Pattern));
}
