using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>A type as TAP_SCHEMA.columns tells it: in VOTable's words (TAP 1.1, section 4.3), in ADQL's (TAP 1.0), or in those of the database behind.</summary>
internal static class DeclaredType
{
    /// <summary>The type; null where the words mean none that is known.</summary>
    public static ColumnType? Of(string? datatype, string? size, string? xtype)
    {
        if (datatype is null) return null;
        if (DatatypeNames.TryParse(datatype, out var votable) && (votable is not (Datatype.Char or Datatype.UnicodeChar) || size is not null))
            return new ColumnType(votable, size is null or "1" || (votable is not (Datatype.Char or Datatype.UnicodeChar) && !IsArray(size)) ? null : size, xtype == "adql:TIMESTAMP" ? ColumnType.Timestamp.Xtype : xtype);
        var word = datatype.ToUpperInvariant();
        if (word.StartsWith("ADQL:", StringComparison.Ordinal)) word = word["ADQL:".Length..];
        return word.Split('(')[0].Trim() switch
        {
            "BOOLEAN" => ColumnType.Boolean,
            "SMALLINT" => ColumnType.Short,
            "INTEGER" or "INT" => ColumnType.Int,
            "BIGINT" => ColumnType.Long,
            "REAL" => ColumnType.Float,
            "DOUBLE" or "DOUBLE PRECISION" or "FLOAT" or "NUMBER" => ColumnType.Double,
            "DATE" => ColumnType.Date,
            "TIMESTAMP" or "DATETIME" => ColumnType.Timestamp,
            "CHAR" or "VARCHAR" or "VARCHAR2" or "STRING" or "TEXT" or "CLOB" when xtype is "timestamp" or "adql:TIMESTAMP" => ColumnType.Timestamp,
            "CHAR" or "VARCHAR" or "VARCHAR2" or "STRING" or "TEXT" or "CLOB" =>
                int.TryParse(size?.TrimEnd('*'), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0 ? ColumnType.TextUpTo(length) : ColumnType.Text,
            _ => null,
        };
    }

    /// <summary>What a column is stored as, from what is declared and what really comes: the FIELD decides, but a text may be declared to be an instant, and is one then.</summary>
    public static ColumnType Settle(ColumnType? declared, ColumnType field)
    {
        if (declared is null) return field;
        if (declared.SqlTypeName() == field.SqlTypeName()) return declared;
        return field.IsText && (declared.IsDate || declared.IsTimestamp) ? declared : field;
    }

    // TAP 1.0's "size" tells the width of a text, and for numbers nothing.
    private static bool IsArray(string size) => size.Contains('*', StringComparison.Ordinal) || size.Contains('x', StringComparison.Ordinal) || (int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 1);
}
