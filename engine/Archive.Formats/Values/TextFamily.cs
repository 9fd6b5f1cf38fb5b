using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>What the text formats differ in: how text is written, what stands for a null, how booleans are spelt.</summary>
/// <param name="rule">How text is written.</param>
/// <param name="nullText">What stands for a null.</param>
/// <param name="nullsAreFilled">An array of a fixed count that is null is so many NaN.</param>
internal sealed class TextFamily<TRule, TBoolean>(TRule rule, string nullText, bool nullsAreFilled = false)
    where TRule : TextRule
    where TBoolean : IValueText<byte>
{
    private readonly byte[] nullText = System.Text.Encoding.UTF8.GetBytes(nullText);

    /// <summary>Chooses the encoder of each column.</summary>
    /// <exception cref="ResultFormatException">A vector's type has no text.</exception>
    public ImmutableArray<ColumnEncoder> EncodersOf(ResultDescription description) =>
        [.. description.Columns.Zip(description.VectorTypes, Choose)];

    /// <inheritdoc cref="EncodersOf"/>
    public ColumnEncoder Choose(Column column, DuckDbType vectorType) => vectorType switch
    {
        // A logical expression that stands in a numeric column, as the 1 and 0 of ADQL's predicates.
        DuckDbType.Boolean when column.Type.Datatype.IsNumeric() => new ValueEncoder<byte, IntegerText<byte>>(nullText),
        DuckDbType.Boolean => new ValueEncoder<byte, TBoolean>(nullText),
        DuckDbType.TinyInt => new ValueEncoder<sbyte, IntegerText<sbyte>>(nullText),
        DuckDbType.SmallInt => new ValueEncoder<short, IntegerText<short>>(nullText),
        DuckDbType.Integer => new ValueEncoder<int, IntegerText<int>>(nullText),
        DuckDbType.BigInt => new ValueEncoder<long, IntegerText<long>>(nullText),
        DuckDbType.UTinyInt => new ValueEncoder<byte, IntegerText<byte>>(nullText),
        DuckDbType.USmallInt => new ValueEncoder<ushort, IntegerText<ushort>>(nullText),
        DuckDbType.UInteger => new ValueEncoder<uint, IntegerText<uint>>(nullText),
        DuckDbType.UBigInt => new ValueEncoder<ulong, IntegerText<ulong>>(nullText),
        DuckDbType.HugeInt => new ValueEncoder<Int128, IntegerText<Int128>>(nullText),
        DuckDbType.UHugeInt => new ValueEncoder<UInt128, IntegerText<UInt128>>(nullText),
        DuckDbType.Float => new ValueEncoder<float, FloatText>(nullText),
        DuckDbType.Double => new ValueEncoder<double, DoubleText>(nullText),
        DuckDbType.Date => new ValueEncoder<int, DateText>(nullText),
        DuckDbType.Timestamp or DuckDbType.TimestampTz => new ValueEncoder<long, TimestampText>(nullText),
        DuckDbType.Varchar => new TextEncoder<TRule>(rule, nullText),
        DuckDbType.List => Array(column),
        DuckDbType.SqlNull => new NullEncoder(nullText),
        _ => throw Unfit(column, vectorType),
    };

    private ColumnEncoder Array(Column column) => column.Type.Datatype switch
    {
        Datatype.UnsignedByte => new ListTextEncoder<byte, IntegerText<byte>>(nullText, NullMarker.UnsignedByte),
        Datatype.Short => new ListTextEncoder<short, IntegerText<short>>(nullText, NullMarker.Short),
        Datatype.Int => new ListTextEncoder<int, IntegerText<int>>(nullText, NullMarker.Int),
        Datatype.Long => new ListTextEncoder<long, IntegerText<long>>(nullText, NullMarker.Long),
        Datatype.Float => new ListTextEncoder<float, FloatText>(NullArray(column.Type), NullMarker.Float),
        Datatype.Double => new ListTextEncoder<double, DoubleText>(NullArray(column.Type), NullMarker.Double),
        _ => throw Unfit(column, DuckDbType.List),
    };

    private static ResultFormatException Unfit(Column column, DuckDbType vectorType) =>
        new($"Column {column.Name}: a vector of type {vectorType} has no text; the query has to cast it.");

    private byte[] NullArray(ColumnType type) => nullsAreFilled && type.Arraysize is { } size && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? System.Text.Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("NaN", count))) : nullText;
}
