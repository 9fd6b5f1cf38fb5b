using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Values;

/// <summary>
/// The numbers that stand for nulls. NaN does so for floating point numbers. For integers in BINARY, which has no other way to tell
/// (VOTable 1.4, section 5.3), it is the smallest of the datatype, or the largest where there is no sign.
/// </summary>
internal static class NullMarker
{
    public const byte UnsignedByte = byte.MaxValue;
    public const short Short = short.MinValue;
    public const int Int = int.MinValue;
    public const long Long = long.MinValue;

    /// <summary>The quiet NaN without a sign; .NET's own has one.</summary>
    public static float Float => BitConverter.UInt32BitsToSingle(0x7FC0_0000);

    /// <inheritdoc cref="Float"/>
    public static double Double => BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000);

    /// <summary>The marker of an integer column as VALUES declares it; null where the column needs none.</summary>
    public static string? Of(ColumnType type)
    {
        if (type.Arraysize is not null || !type.Datatype.IsInteger()) return null;
        var marker = type.Datatype switch
        {
            Datatype.UnsignedByte => UnsignedByte,
            Datatype.Short => Short,
            Datatype.Int => Int,
            _ => Long,
        };
        return marker.ToString(CultureInfo.InvariantCulture);
    }
}
