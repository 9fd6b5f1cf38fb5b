using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Importing;

/// <summary>A column of the file, and what becomes of it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="SourceType">Its type as DuckDB reads it.</param>
/// <param name="Type">Its type in the archive.</param>
/// <param name="Expression">The value as the archive stores it; SQL.</param>
/// <param name="Note">What is worth telling about the conversion; null where nothing is.</param>
internal sealed record ImportedColumn(string Name, string SourceType, ColumnType Type, string Expression, string? Note)
{
    /// <summary>What the file says the column means; null where its kind says nothing.</summary>
    public Column? Described { get; init; }

    /// <summary>A column of a file that describes its columns, which keeps the type that it has there; ten characters of an instant are a day.</summary>
    /// <param name="column">The file's description.</param>
    /// <param name="sourceType">DuckDB's name of the type that it is staged as.</param>
    public static ImportedColumn Of(Column column, string sourceType)
    {
        var type = column.Type is { IsTimestamp: true, BoundOfArraysize: 10 } ? ColumnType.Date : column.Type;
        return new ImportedColumn(column.Name, sourceType, type, $"CAST({SqlText.Identifier(column.Name)} AS {type.SqlTypeName()})", null) { Described = column };
    }

    /// <summary>The type a column of the file is stored as.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="sourceType">DuckDB's name of its type.</param>
    /// <param name="longestText">Characters of its longest value, where it is text and has one.</param>
    public static ImportedColumn Of(string name, string sourceType, long? longestText)
    {
        var quoted = SqlText.Identifier(name);
        ImportedColumn As(ColumnType type, string? expression = null, string? note = null) =>
            new(name, sourceType, type, $"CAST({expression ?? quoted} AS {type.SqlTypeName()})", note);

        return sourceType switch
        {
            "BOOLEAN" => As(ColumnType.Boolean),
            "TINYINT" or "UTINYINT" or "SMALLINT" => As(ColumnType.Short),
            "USMALLINT" or "INTEGER" => As(ColumnType.Int),
            "UINTEGER" or "BIGINT" => As(ColumnType.Long),
            "UBIGINT" or "HUGEINT" or "UHUGEINT" => As(ColumnType.Double, note: $"{name}: {sourceType} becomes double; beyond 2^53 digits are lost."),
            _ when sourceType.StartsWith("DECIMAL", StringComparison.Ordinal) => As(ColumnType.Double),
            "FLOAT" => As(ColumnType.Float),
            "DOUBLE" => As(ColumnType.Double),
            "DATE" => As(ColumnType.Date),
            "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => As(ColumnType.Timestamp),
            "TIMESTAMP WITH TIME ZONE" => As(ColumnType.Timestamp, $"timezone('UTC', {quoted})", $"{name}: instants with a time zone become UTC."),
            "VARCHAR" => As(longestText is { } length and > 0 ? ColumnType.TextUpTo(checked((int)length)) : ColumnType.Text),
            _ => As(ColumnType.Text, note: $"{name}: {sourceType} becomes text."),
        };
    }
}
