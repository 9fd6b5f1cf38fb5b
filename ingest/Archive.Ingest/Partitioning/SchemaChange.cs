using System.Collections.Immutable;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// What differs between the columns that a table's files have and those that it is to have. Columns may be added and may widen; then all files are written anew, so that
/// those of one snapshot are all of one schema, which is its description's, for whoever reads them.
/// </summary>
internal sealed class SchemaChange
{
    private static readonly ImmutableArray<string> Numbers = ["INTEGER", "BIGINT", "DOUBLE"];

    private readonly Table? _former;

    private SchemaChange(Table? former, bool isNeeded) => (_former, IsNeeded) = (former, isNeeded);

    /// <summary>The files aren't as the table is to be.</summary>
    public bool IsNeeded { get; }

    /// <exception cref="IngestException">Values would be lost.</exception>
    public static SchemaChange Of(TableFolder folder, Manifest current, Table table)
    {
        if (current.Files.IsEmpty || TableDescription.Find(folder, current) is not { } former) return new SchemaChange(null, false);
        if ((former.KeyColumn, former.UtDateColumn) != (table.KeyColumn, table.UtDateColumn))
            throw new IngestException($"Table {table.Name} has rows whose key and UT date are {former.KeyColumn ?? "none"} and {former.UtDateColumn ?? "none"}, not {table.KeyColumn} and {table.UtDateColumn}. Ingest into another table.");
        string[] lost = [.. former.Columns.Where(column => table.FindColumn(column.Name) is not { } now || !Holds(now.Type.SqlTypeName(), column.Type.SqlTypeName())).Select(column => column.Name)];
        if (lost.Length > 0)
        {
            throw new IngestException(
                $"Table {table.Name} has rows with columns that its definition doesn't have, or has narrower: {string.Join(", ", lost.Take(10))}{(lost.Length > 10 ? ", ..." : "")}. Ingest into another table, or add them to the definition as they are.");
        }

        return new SchemaChange(former, !former.Columns.Select(Storage).SequenceEqual(table.Columns.Select(Storage)));
    }

    /// <summary>Columns of the former files whose values SQL's own cast would write in another way than headers do: what replaces them, or empty.</summary>
    public string Replacements(Table table)
    {
        if (!IsNeeded) return "";
        string[] replaced =
        [
            .. _former!.Columns.Where(column => table.FindColumn(column.Name)!.Type.SqlTypeName() == "VARCHAR")
                .Select(column => (Name: SqlText.Identifier(column.Name), Type: column.Type.SqlTypeName())).Where(column => column.Type is "BOOLEAN" or "TIMESTAMP")
                .Select(column => column.Type == "BOOLEAN"
                    ? $"CASE WHEN {column.Name} THEN 'T' WHEN NOT {column.Name} THEN 'F' END AS {column.Name}"
                    : $"rtrim(rtrim(strftime({column.Name}, '%Y-%m-%dT%H:%M:%S.%f'), '0'), '.') AS {column.Name}"),
        ];
        return replaced.Length == 0 ? "" : $"REPLACE ({string.Join(", ", replaced)})";
    }

    private static bool Holds(string wide, string narrow) =>
        wide == narrow || (wide == "VARCHAR" && !narrow.EndsWith("[]", StringComparison.Ordinal)) || (Numbers.IndexOf(narrow) is var from and >= 0 && Numbers.IndexOf(wide) > from);

    private static (string Name, string Type) Storage(Column column) => (column.Name, column.Type.SqlTypeName());
}
