using System.Globalization;
using Archive.Adql.Lexing;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Engine.Store;

/// <summary>Fills the tables of TAP_SCHEMA from a <see cref="TableSet"/> (TAP 1.1, section 4).</summary>
internal static class TapSchemaRows
{
    public static void Write(DuckDbConnection connection, TableSet tables)
    {
        connection.Execute($"CREATE SCHEMA IF NOT EXISTS {StoreColumns.TapSchemaSchema}");
        foreach (var table in TapSchema.All)
            connection.Execute($"CREATE OR REPLACE TABLE {NameOf(table)} ({string.Join(", ", table.Columns.Select(column => $"{SqlText.Identifier(column.Name)} {column.Type.SqlTypeName()}"))})");

        Insert(connection, TapSchema.Schemas, tables.Schemas.Select((schema, index) => new object?[] { schema.Name, null, schema.Description, index + 1 }));
        Insert(connection, TapSchema.Tables, tables.Tables.Select((table, index) => new object?[]
            { table.Schema, table.ListedName, table.Kind == TableKind.View ? "view" : "table", table.Utype, table.Description, index + 1 }));
        Insert(connection, TapSchema.Columns, tables.Tables.SelectMany(table => table.Columns.Select((column, index) => new object?[]
        {
            table.ListedName, Identifiers.AsWritten(column.Name), column.Type.Datatype.VotableName(), column.Type.Arraysize, column.Type.Xtype,
            column.Type.BoundOfArraysize, column.Description, column.Utype, column.Unit, column.Ucd, column.IsIndexed ? 1 : 0, column.IsPrincipal ? 1 : 0,
            column.IsStandard ? 1 : 0, index + 1,
        })));
        var keys = tables.Tables.SelectMany(table => table.ForeignKeys).ToList();
        Insert(connection, TapSchema.Keys, keys.Select(key => new object?[] { key.Id, key.FromTable, key.TargetTable, key.Description, null }));
        Insert(connection, TapSchema.KeyColumns, keys.SelectMany(key => key.Columns.Select(pair => new object?[] { key.Id, pair.From, pair.Target })));
    }

    private static void Insert(DuckDbConnection connection, Table table, IEnumerable<object?[]> rows)
    {
        foreach (var batch in rows.Chunk(500))
            connection.Execute($"INSERT INTO {NameOf(table)} VALUES {string.Join(", ", batch.Select(row => $"({string.Join(", ", row.Select(Literal))})"))}");
    }

    private static string NameOf(Table table) => $"{StoreColumns.TapSchemaSchema}.{SqlText.Identifier(table.Name)}";

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => SqlText.Literal((string)value),
    };
}
