using System.Collections.Immutable;

namespace Archive.Catalogue.Tables;

/// <summary>
/// The five tables in which a TAP service describes itself, these five included (TAP 1.1, section 4). Their definition here is the
/// only one; the rows are drawn from a <see cref="TableSet"/>.
/// </summary>
public static class TapSchema
{
    public const string SchemaName = "TAP_SCHEMA";

    public static Schema Schema { get; } = new(SchemaName, "Describes the tables and columns of this service, itself included.");

    public static Table Schemas { get; } = Define("schemas", "The schemas of this service.",
        Text("schema_name", "Name of the schema.", indexed: true),
        Text("utype", "Data model element that the schema corresponds to."),
        Text("description", "What the schema holds."),
        Int("schema_index", "Recommended place of the schema in a list."));

    public static Table Tables { get; } = Define("tables", "The tables that queries may name.",
        Text("schema_name", "Schema that the table belongs to."),
        Text("table_name", "Name of the table as it is written in a query.", indexed: true),
        Text("table_type", "Either table or view."),
        Text("utype", "Data model element that the table corresponds to."),
        Text("description", "What a row of the table stands for."),
        Int("table_index", "Recommended place of the table in a list."));

    public static Table Columns { get; } = Define("columns", "The columns of all the tables.",
        Text("table_name", "Table that the column belongs to."),
        Text("column_name", "Name of the column as it is written in a query."),
        Text("datatype", "VOTable datatype of the values."),
        Text("arraysize", "VOTable arraysize; null for a scalar."),
        Text("xtype", "DALI extended type of the values."),
        Int("size", "Bound of the arraysize where it has one; kept for older clients."),
        Text("description", "What the values mean."),
        Text("utype", "Data model element that the column corresponds to."),
        Text("unit", "Unit of the values by VOUnits."),
        Text("ucd", "UCD1+ words that say what kind of quantity it is."),
        Int("indexed", "1 if a search on the column is fast, else 0."),
        Int("principal", "1 if most users want to see the column, else 0."),
        Int("std", "1 if a standard defines the column, else 0."),
        Int("column_index", "Place of the column in its table, from 1."));

    public static Table Keys { get; } = Define("keys", "Foreign keys: which tables can be joined.",
        Text("key_id", "Name of the key.", indexed: true),
        Text("from_table", "Table that holds the reference."),
        Text("target_table", "Table that is referred to."),
        Text("description", "What the reference means."),
        Text("utype", "Data model element that the key corresponds to."));

    public static Table KeyColumns { get; } = Define("key_columns", "The pairs of columns of the foreign keys.",
        Text("key_id", "Key that the pair belongs to."),
        Text("from_column", "Column of the referring table."),
        Text("target_column", "Column of the table that is referred to."));

    /// <summary>The five tables, each with the foreign keys that TAP 1.1 prescribes.</summary>
    public static ImmutableArray<Table> All { get; } = [Schemas, Tables, Columns, Keys, KeyColumns];

    private static Table Define(string name, string description, params Column[] columns) => new(SchemaName, name, columns)
    {
        Description = description,
        IsListedWithSchema = true,
        ForeignKeys = name switch
        {
            "tables" => [Key("tables_schema", "tables", "schemas", "schema_name")],
            "columns" => [Key("columns_table", "columns", "tables", "table_name")],
            "keys" => [Key("keys_from", "keys", "tables", "from_table", "table_name"), Key("keys_target", "keys", "tables", "target_table", "table_name")],
            "key_columns" => [Key("key_columns_key", "key_columns", "keys", "key_id")],
            _ => [],
        },
    };

    private static ForeignKey Key(string id, string from, string target, string fromColumn, string? targetColumn = null) =>
        new("TAP_SCHEMA." + id, $"{SchemaName}.{from}", $"{SchemaName}.{target}", [(fromColumn, targetColumn ?? fromColumn)]);

    private static Column Text(string name, string description, bool indexed = false) =>
        new() { Name = name, Type = ColumnType.Text, Description = description, IsPrincipal = true, IsStandard = true, IsIndexed = indexed };

    private static Column Int(string name, string description) =>
        new() { Name = name, Type = ColumnType.Int, Description = description, IsPrincipal = true, IsStandard = true };
}
