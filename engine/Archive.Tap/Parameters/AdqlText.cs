using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Tap.Parameters;

/// <summary>Names, texts and numbers as ADQL writes them, for the queries that the service itself makes. What they hold never reaches DuckDB as text.</summary>
internal static class AdqlText
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Name(Table table) => $"{Name(table.Schema)}.{Name(table.Name)}";

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Literal(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
