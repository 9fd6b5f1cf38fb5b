namespace Archive.Ingest.Partitioning;

/// <summary>The order of paths, which depends on nothing but themselves: name by name by code point, so that a folder's content comes before what follows the folder.</summary>
internal static class PathOrder
{
    /// <summary>What stands for the separator where texts are sorted: less than all that a name holds.</summary>
    private const char Separator = '\u0001';

    public static Comparer<string> Comparer { get; } = Comparer<string>.Create((left, right) => CompareUtf8(Sortable(left), Sortable(right)));

    /// <summary>The same order as an expression of DuckDB, which compares texts byte by byte.</summary>
    public static string Sql(string path) => $"replace({path}, '{Path.DirectorySeparatorChar}', chr({(int)Separator}))";

    private static string Sortable(string path) => path.Replace(Path.DirectorySeparatorChar, Separator);

    private static int CompareUtf8(string left, string right) =>
        System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right));
}
