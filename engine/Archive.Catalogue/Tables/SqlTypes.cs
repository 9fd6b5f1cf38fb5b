namespace Archive.Catalogue.Tables;

/// <summary>How the values of a column are stored, in Parquet files and in the query store: the name of a SQL type.</summary>
public static class SqlTypes
{
    /// <summary>
    /// The SQL type of a column's values. An array of numbers or booleans, of any dimensions, is one list of its elements, the first index running fastest;
    /// a complex number is a list of its real and its imaginary part, and an array of them the list of all those pairs. An array of texts is one text, each
    /// element filled up to its length.
    /// </summary>
    public static string SqlTypeName(this ColumnType type)
    {
        if (type.IsDate) return "DATE";
        if (type.IsTimestamp) return "TIMESTAMP";
        if (type.Datatype is Datatype.Char or Datatype.UnicodeChar) return "VARCHAR";
        return type.Arraysize is null && !type.Datatype.IsComplex() ? ScalarName(type.Datatype) : ScalarName(type.Datatype) + "[]";
    }

    private static string ScalarName(Datatype datatype) => datatype switch
    {
        Datatype.Boolean or Datatype.Bit => "BOOLEAN",
        Datatype.UnsignedByte => "UTINYINT",
        Datatype.Short => "SMALLINT",
        Datatype.Int => "INTEGER",
        Datatype.Long => "BIGINT",
        Datatype.Float or Datatype.FloatComplex => "FLOAT",
        _ => "DOUBLE",
    };
}
