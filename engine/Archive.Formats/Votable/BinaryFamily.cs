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
        var count = ElementCount.Parse(column.Type.Arraysize);
        return column.Type.Datatype switch
        {
            Datatype.Char => new BinaryTextEncoder(Texts.Choose(column, vectorType), count, isUnicode: false),
            Datatype.UnicodeChar => new BinaryTextEncoder(Texts.Choose(column, vectorType), count, isUnicode: true),
            Datatype.Boolean when vectorType == DuckDbType.Boolean => BinaryBooleanEncoder.Letters,
            Datatype.Bit when vectorType == DuckDbType.Boolean => BinaryBooleanEncoder.Bits,
            _ when vectorType == DuckDbType.List => Array(column, new ListShape(column, writesCount: true), nullLetter: (byte)'?'),
            _ => column.Type.IsNumeric ? Number(column, vectorType, serialization == Serialization.Binary ? NullInteger.TakenMarker : NullInteger.Zero) : throw Unfit(column, vectorType),
        };
    }

    /// <summary>The encoder of a column of arrays, which are held alike in FITS.</summary>
    /// <exception cref="ResultFormatException">The column's datatype has no arrays.</exception>
    public static ColumnEncoder Array(Column column, ListShape shape, byte nullLetter) => column.Type.Datatype switch
    {
        Datatype.Boolean => new BinaryBooleanListEncoder(shape, nullLetter),
        Datatype.Bit => new BinaryBitListEncoder(shape),
        Datatype.UnsignedByte => new BinaryListEncoder<byte>(shape, NullMarker.UnsignedByte),
        Datatype.Short => new BinaryListEncoder<short>(shape, NullMarker.Short),
        Datatype.Int => new BinaryListEncoder<int>(shape, NullMarker.Int),
        Datatype.Long => new BinaryListEncoder<long>(shape, NullMarker.Long),
        Datatype.Float or Datatype.FloatComplex => new BinaryListEncoder<float>(shape, NullMarker.Float),
        Datatype.Double or Datatype.DoubleComplex => new BinaryListEncoder<double>(shape, NullMarker.Double),
        _ => throw Unfit(column, DuckDbType.List),
    };

    /// <summary>The encoder of a column of numbers, which are held alike in FITS.</summary>
    /// <param name="column">The column.</param>
    /// <param name="vectorType">What its vector holds.</param>
    /// <param name="nulls">What is written for a null integer.</param>
    /// <exception cref="ResultFormatException">The vector holds no numbers.</exception>
    public static ColumnEncoder Number(Column column, DuckDbType vectorType, NullInteger nulls) => vectorType switch
    {
        DuckDbType.TinyInt => Number<sbyte>(column, nulls),
        DuckDbType.SmallInt => Number<short>(column, nulls),
        // A null literal has a vector of this type too.
        DuckDbType.Integer or DuckDbType.SqlNull => Number<int>(column, nulls),
        DuckDbType.BigInt => Number<long>(column, nulls),
        DuckDbType.Boolean or DuckDbType.UTinyInt => Number<byte>(column, nulls),
        DuckDbType.USmallInt => Number<ushort>(column, nulls),
        DuckDbType.UInteger => Number<uint>(column, nulls),
        DuckDbType.UBigInt => Number<ulong>(column, nulls),
        DuckDbType.HugeInt => Number<Int128>(column, nulls),
        DuckDbType.UHugeInt => Number<UInt128>(column, nulls),
        DuckDbType.Float => Number<float>(column, nulls),
        DuckDbType.Double => Number<double>(column, nulls),
        _ => throw Unfit(column, vectorType),
    };

    private static ColumnEncoder Number<T>(Column column, NullInteger nulls)
        where T : unmanaged, INumber<T> => column.Type.Datatype switch
    {
        Datatype.UnsignedByte => new BinaryNumberEncoder<T, byte>(column.Name, nulls == NullInteger.Zero ? (byte)0 : NullMarker.UnsignedByte, nulls == NullInteger.TakenMarker),
        Datatype.Short => new BinaryNumberEncoder<T, short>(column.Name, nulls == NullInteger.Zero ? (short)0 : NullMarker.Short, nulls == NullInteger.TakenMarker),
        Datatype.Int => new BinaryNumberEncoder<T, int>(column.Name, nulls == NullInteger.Zero ? 0 : NullMarker.Int, nulls == NullInteger.TakenMarker),
        Datatype.Long => new BinaryNumberEncoder<T, long>(column.Name, nulls == NullInteger.Zero ? 0 : NullMarker.Long, nulls == NullInteger.TakenMarker),
        Datatype.Float => new BinaryNumberEncoder<T, float>(column.Name, NullMarker.Float, nullCellIsTaken: false),
        _ => new BinaryNumberEncoder<T, double>(column.Name, NullMarker.Double, nullCellIsTaken: false),
    };

    private static ResultFormatException Unfit(Column column, DuckDbType vectorType) =>
        new($"Column {column.Name}: a vector of type {vectorType} can't be written as {column.Type.Datatype.VotableName()}.");
}
