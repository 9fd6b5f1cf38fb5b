using System.Collections.Immutable;
using System.Numerics;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>Chooses how each column's cells are held in BINARY and BINARY2: the FIELD's datatype says it, the vector's type how to get there.</summary>
internal static class BinaryFamily
{
    private static readonly TextFamily<PlainText, BooleanLetter> Texts = new(PlainText.Instance, "");

    /// <exception cref="ResultFormatException">A vector's type can't be brought to its FIELD's datatype.</exception>
    public static ImmutableArray<ColumnEncoder> EncodersOf(ResultDescription description, Serialization serialization) =>
        [.. description.Columns.Zip(description.VectorTypes, (column, vectorType) => Choose(column, vectorType, serialization))];

    private static ColumnEncoder Choose(Column column, DuckDbType vectorType, Serialization serialization)
    {
        var arraysize = FieldArraysize.Parse(column.Type.Arraysize);
        return column.Type.Datatype switch
        {
            Datatype.Char => new BinaryTextEncoder(Texts.Choose(column, vectorType), arraysize, isUnicode: false),
            Datatype.UnicodeChar => new BinaryTextEncoder(Texts.Choose(column, vectorType), arraysize, isUnicode: true),
            Datatype.Boolean when vectorType == DuckDbType.Boolean => new BinaryBooleanEncoder(),
            _ when vectorType == DuckDbType.List => Array(column, arraysize),
            _ => column.Type.IsNumeric ? Number(column, vectorType, serialization == Serialization.Binary) : throw Unfit(column, vectorType),
        };
    }

    private static ColumnEncoder Array(Column column, FieldArraysize arraysize) => column.Type.Datatype switch
    {
        Datatype.UnsignedByte => new BinaryListEncoder<byte>(column.Name, arraysize, NullMarker.UnsignedByte),
        Datatype.Short => new BinaryListEncoder<short>(column.Name, arraysize, NullMarker.Short),
        Datatype.Int => new BinaryListEncoder<int>(column.Name, arraysize, NullMarker.Int),
        Datatype.Long => new BinaryListEncoder<long>(column.Name, arraysize, NullMarker.Long),
        Datatype.Float => new BinaryListEncoder<float>(column.Name, arraysize, NullMarker.Float),
        Datatype.Double => new BinaryListEncoder<double>(column.Name, arraysize, NullMarker.Double),
        _ => throw Unfit(column, DuckDbType.List),
    };

    private static ColumnEncoder Number(Column column, DuckDbType vectorType, bool marksNulls) => vectorType switch
    {
        DuckDbType.TinyInt => Number<sbyte>(column, marksNulls),
        DuckDbType.SmallInt => Number<short>(column, marksNulls),
        // A null literal has a vector of this type too.
        DuckDbType.Integer or DuckDbType.SqlNull => Number<int>(column, marksNulls),
        DuckDbType.BigInt => Number<long>(column, marksNulls),
        DuckDbType.Boolean or DuckDbType.UTinyInt => Number<byte>(column, marksNulls),
        DuckDbType.USmallInt => Number<ushort>(column, marksNulls),
        DuckDbType.UInteger => Number<uint>(column, marksNulls),
        DuckDbType.UBigInt => Number<ulong>(column, marksNulls),
        DuckDbType.HugeInt => Number<Int128>(column, marksNulls),
        DuckDbType.UHugeInt => Number<UInt128>(column, marksNulls),
        DuckDbType.Float => Number<float>(column, marksNulls),
        DuckDbType.Double => Number<double>(column, marksNulls),
        _ => throw Unfit(column, vectorType),
    };

    private static ColumnEncoder Number<T>(Column column, bool marksNulls)
        where T : unmanaged, INumber<T> => column.Type.Datatype switch
    {
        Datatype.UnsignedByte => new BinaryNumberEncoder<T, byte>(column.Name, marksNulls ? NullMarker.UnsignedByte : (byte)0, marksNulls),
        Datatype.Short => new BinaryNumberEncoder<T, short>(column.Name, marksNulls ? NullMarker.Short : (short)0, marksNulls),
        Datatype.Int => new BinaryNumberEncoder<T, int>(column.Name, marksNulls ? NullMarker.Int : 0, marksNulls),
        Datatype.Long => new BinaryNumberEncoder<T, long>(column.Name, marksNulls ? NullMarker.Long : 0, marksNulls),
        Datatype.Float => new BinaryNumberEncoder<T, float>(column.Name, NullMarker.Float, nullCellIsTaken: false),
        _ => new BinaryNumberEncoder<T, double>(column.Name, NullMarker.Double, nullCellIsTaken: false),
    };

    private static ResultFormatException Unfit(Column column, DuckDbType vectorType) =>
        new($"Column {column.Name}: a vector of type {vectorType} can't be written as {column.Type.Datatype.VotableName()}.");
}
