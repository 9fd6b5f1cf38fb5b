using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>How columns are stored, in the terms of DuckDB's vectors and of SQL. Every column may hold nulls.</summary>
internal static class ColumnStorage
{
    /// <summary>The vector type that goes with <see cref="SqlTypes.SqlTypeName"/>; scalars and text only.</summary>
    /// <exception cref="ArgumentException">The column holds arrays, which no record has.</exception>
    public static DuckDbType StorageType(this Column column) => column.Type.SqlTypeName() switch
    {
        "BOOLEAN" => DuckDbType.Boolean,
        "UTINYINT" => DuckDbType.UTinyInt,
        "SMALLINT" => DuckDbType.SmallInt,
        "INTEGER" => DuckDbType.Integer,
        "BIGINT" => DuckDbType.BigInt,
        "FLOAT" => DuckDbType.Float,
        "DOUBLE" => DuckDbType.Double,
        "DATE" => DuckDbType.Date,
        "TIMESTAMP" => DuckDbType.Timestamp,
        "VARCHAR" => DuckDbType.Varchar,
        var other => throw new ArgumentException($"Column {column.Name} holds {other}; records hold scalars and text.", nameof(column)),
    };

    /// <summary>The definition of all columns for CREATE TABLE.</summary>
    public static string SqlDefinition(this Table table) =>
        string.Join(", ", table.Columns.Select(column => $"{SqlText.Identifier(column.Name)} {column.Type.SqlTypeName()}"));
}
