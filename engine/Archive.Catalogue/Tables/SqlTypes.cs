namespace Archive.Catalogue.Tables;

/// <summary>How the values of a column are stored, in Parquet files and in the query store: the name of a SQL type.</summary>
public static class SqlTypes
{
    /// <summary>The SQL type of a column's values; arrays are lists of their element.</summary>
    public static string SqlTypeName(this ColumnType type)
    {
        if (type.IsDate) return "DATE";
        if (type.IsTimestamp) return "TIMESTAMP";
        if (type.Datatype is Datatype.Char or Datatype.UnicodeChar) return "VARCHAR";
        return type.Arraysize is null ? ScalarName(type.Datatype) : ScalarName(type.Datatype) + "[]";
    }

    private static string ScalarName(Datatype datatype) => datatype switch
    {
        Datatype.Boolean => "BOOLEAN",
        Datatype.UnsignedByte => "UTINYINT",
        Datatype.Short => "SMALLINT",
        Datatype.Int => "INTEGER",
        Datatype.Long => "BIGINT",
        Datatype.Float => "FLOAT",
        _ => "DOUBLE",
    };
}
