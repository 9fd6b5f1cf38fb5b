using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>What the text formats differ in: how text is written, what stands for a null, how booleans are spelt, what is written around arrays.</summary>
/// <param name="rule">How text is written.</param>
/// <param name="nullText">What stands for a null.</param>
/// <param name="nullsAreFilled">An array of a fixed count that is null is so many NaN.</param>
/// <param name="lists">How arrays are written; null for elements parted by blanks.</param>
internal class TextFamily<TRule, TBoolean>(TRule rule, string nullText, bool nullsAreFilled = false, ListStyle? lists = null)
    where TRule : TextRule
    where TBoolean : IValueText<byte>
{
    private readonly ListStyle lists = lists ?? ListStyle.Blanks;

    /// <summary>What stands for a null.</summary>
    protected byte[] NullText { get; } = System.Text.Encoding.UTF8.GetBytes(nullText);

    /// <summary>Chooses the encoder of each column.</summary>
    /// <exception cref="ResultFormatException">A vector's type has no text.</exception>
    public ImmutableArray<ColumnEncoder> EncodersOf(ResultDescription description) =>
        [.. description.Columns.Zip(description.VectorTypes, Choose)];

    /// <inheritdoc cref="EncodersOf"/>
    public ColumnEncoder Choose(Column column, DuckDbType vectorType) => vectorType switch
    {
        // A logical expression that stands in a numeric column, as the 1 and 0 of ADQL's predicates; and bits.
        DuckDbType.Boolean when column.Type.Datatype != Datatype.Boolean => new ValueEncoder<byte, IntegerText<byte>>(NullText),
        DuckDbType.Boolean => new ValueEncoder<byte, TBoolean>(NullText),
        DuckDbType.TinyInt => new ValueEncoder<sbyte, IntegerText<sbyte>>(NullText),
        DuckDbType.SmallInt => new ValueEncoder<short, IntegerText<short>>(NullText),
        DuckDbType.Integer => new ValueEncoder<int, IntegerText<int>>(NullText),
        DuckDbType.BigInt => new ValueEncoder<long, IntegerText<long>>(NullText),
        DuckDbType.UTinyInt => new ValueEncoder<byte, IntegerText<byte>>(NullText),
        DuckDbType.USmallInt => new ValueEncoder<ushort, IntegerText<ushort>>(NullText),
        DuckDbType.UInteger => new ValueEncoder<uint, IntegerText<uint>>(NullText),
        DuckDbType.UBigInt => new ValueEncoder<ulong, IntegerText<ulong>>(NullText),
        DuckDbType.HugeInt => new ValueEncoder<Int128, IntegerText<Int128>>(NullText),
        DuckDbType.UHugeInt => new ValueEncoder<UInt128, IntegerText<UInt128>>(NullText),
        DuckDbType.Float => Float(),
        DuckDbType.Double => Double(),
        DuckDbType.Date => Date(),
        DuckDbType.Timestamp or DuckDbType.TimestampTz => Timestamp(),
        DuckDbType.Varchar => new TextEncoder<TRule>(rule, NullText),
        DuckDbType.List => Array(column),
        DuckDbType.SqlNull => new NullEncoder(NullText),
        _ => throw Unfit(column, vectorType),
    };

    protected virtual ColumnEncoder Float() => new ValueEncoder<float, FloatText>(NullText);

    protected virtual ColumnEncoder Double() => new ValueEncoder<double, DoubleText>(NullText);

    protected virtual ColumnEncoder Date() => new ValueEncoder<int, DateText>(NullText);

    protected virtual ColumnEncoder Timestamp() => new ValueEncoder<long, TimestampText>(NullText);

    protected virtual ColumnEncoder FloatList(ColumnType type) => List<float, FloatText>("NaN", NullArray(type));

    protected virtual ColumnEncoder DoubleList(ColumnType type) => List<double, DoubleText>("NaN", NullArray(type));

    protected ColumnEncoder List<T, TText>(string nullMarker, byte[] nullArray)
        where T : unmanaged
        where TText : IValueText<T> => new ListTextEncoder<T, TText>(lists, nullArray, lists.NullElement(nullMarker));

    private ColumnEncoder Array(Column column) => column.Type.Datatype switch
    {
        Datatype.Boolean => List<byte, TBoolean>("?", NullText),
        Datatype.Bit => List<byte, IntegerText<byte>>("0", NullText),
        Datatype.UnsignedByte => List<byte, IntegerText<byte>>(Marker(NullMarker.UnsignedByte), NullText),
        Datatype.Short => List<short, IntegerText<short>>(Marker(NullMarker.Short), NullText),
        Datatype.Int => List<int, IntegerText<int>>(Marker(NullMarker.Int), NullText),
        Datatype.Long => List<long, IntegerText<long>>(Marker(NullMarker.Long), NullText),
        Datatype.Float or Datatype.FloatComplex => FloatList(column.Type),
        Datatype.Double or Datatype.DoubleComplex => DoubleList(column.Type),
        _ => throw Unfit(column, DuckDbType.List),
    };

    private static string Marker(long marker) => marker.ToString(CultureInfo.InvariantCulture);

    private static ResultFormatException Unfit(Column column, DuckDbType vectorType) =>
        new($"Column {column.Name}: a vector of type {vectorType} has no text; the query has to cast it.");

    private byte[] NullArray(ColumnType type) => nullsAreFilled && ElementCount.OfList(type).Fixed is { } count
        ? System.Text.Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("NaN", count))) : NullText;
}
