using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>How a column's values are stored in Parquet, in DuckDB's terms. Every column may hold nulls.</summary>
internal static class ColumnStorage
{
    public static DuckDbType StorageType(this ColumnType type) => type.Datatype switch
    {
        _ when type.IsDate => DuckDbType.Date,
        _ when type.IsTimestamp => DuckDbType.Timestamp,
        Datatype.Boolean => DuckDbType.Boolean,
        Datatype.UnsignedByte => DuckDbType.UTinyInt,
        Datatype.Short => DuckDbType.SmallInt,
        Datatype.Int => DuckDbType.Integer,
        Datatype.Long => DuckDbType.BigInt,
        Datatype.Float => DuckDbType.Float,
        Datatype.Double => DuckDbType.Double,
        _ => DuckDbType.Varchar,
    };

    /// <summary>The storage type as SQL spells it.</summary>
    public static string SqlType(this ColumnType type) => type.StorageType() switch
    {
        DuckDbType.UTinyInt => "UTINYINT",
        DuckDbType.SmallInt => "SMALLINT",
        var storage => storage.ToString().ToUpperInvariant(),
    };

    /// <summary>The definition of all columns for CREATE TABLE.</summary>
    public static string SqlDefinition(this Table table) =>
        string.Join(", ", table.Columns.Select(column => $"{Sql.Identifier(column.Name)} {column.Type.SqlType()}"));
}
