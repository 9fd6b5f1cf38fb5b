using Archive.Catalogue.Tables;

namespace Archive.Ingest.Tests.OtherReader;

/// <summary>
/// What a column of the archive is in a Parquet file: repetition, physical type, and the converted type, which all readers know; the logical type, which came later, where
/// it says more (Parquet's LogicalTypes.md). Instants are not said to be UTC, as DALI's aren't.
/// </summary>
internal static class ParquetTypes
{
    public static string Of(ColumnType type)
    {
        if (type.IsDate) return "OPTIONAL INT32 DATE";
        if (type.IsTimestamp) return "OPTIONAL INT64 TIMESTAMP(isAdjustedToUTC=false,unit=MICROS) TIMESTAMP_MICROS";
        if (type.Datatype is Datatype.Char or Datatype.UnicodeChar) return "OPTIONAL BYTE_ARRAY UTF8";
        var element = OfElement(type.Datatype);
        return type.Arraysize is null && !type.Datatype.IsComplex() ? element : $"OPTIONAL group LIST {{ list: REPEATED group {{ element: {element} }} }}";
    }

    private static string OfElement(Datatype datatype) => datatype switch
    {
        Datatype.Boolean or Datatype.Bit => "OPTIONAL BOOLEAN",
        Datatype.UnsignedByte => "OPTIONAL INT32 UINT_8",
        Datatype.Short => "OPTIONAL INT32 INT_16",
        Datatype.Int => "OPTIONAL INT32 INT_32",
        Datatype.Long => "OPTIONAL INT64 INT_64",
        Datatype.Float or Datatype.FloatComplex => "OPTIONAL FLOAT",
        Datatype.Double or Datatype.DoubleComplex => "OPTIONAL DOUBLE",
        _ => throw new ArgumentOutOfRangeException(nameof(datatype), datatype, null),
    };
}
