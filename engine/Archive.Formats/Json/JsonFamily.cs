using Archive.Catalogue.Tables;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Json;

/// <summary>
/// Values as JSON: numbers, strings, true and false, arrays, null. JSON has no NaN and no infinities; they are null. An integer keeps all its digits, also beyond
/// 2^53, where a reader that knows only doubles rounds it.
/// </summary>
internal sealed class JsonFamily() : TextFamily<JsonText, BooleanWord>(JsonText.Instance, "null", lists: ListStyle.Brackets)
{
    public static JsonFamily Instance { get; } = new();

    protected override ColumnEncoder Float() => new ValueEncoder<float, Finite<float, FloatText>>(NullText);

    protected override ColumnEncoder Double() => new ValueEncoder<double, Finite<double, DoubleText>>(NullText);

    protected override ColumnEncoder Date() => new ValueEncoder<int, Quoted<int, DateText>>(NullText);

    protected override ColumnEncoder Timestamp() => new ValueEncoder<long, Quoted<long, TimestampText>>(NullText);

    protected override ColumnEncoder FloatList(ColumnType type) => List<float, Finite<float, FloatText>>("null", NullText);

    protected override ColumnEncoder DoubleList(ColumnType type) => List<double, Finite<double, DoubleText>>("null", NullText);

    /// <summary>A number; what isn't finite is null.</summary>
    private readonly struct Finite<T, TText> : IValueText<T>
        where T : unmanaged, System.Numerics.IFloatingPoint<T>
        where TText : IValueText<T>
    {
        public static int MaximumLength => TText.MaximumLength;

        public static int Write(T value, Span<byte> destination)
        {
            if (T.IsFinite(value)) return TText.Write(value, destination);
            "null"u8.CopyTo(destination);
            return 4;
        }
    }

    /// <summary>A text that needs no escapes, in its quotes.</summary>
    private readonly struct Quoted<T, TText> : IValueText<T>
        where T : unmanaged
        where TText : IValueText<T>
    {
        public static int MaximumLength => TText.MaximumLength + 2;

        public static int Write(T value, Span<byte> destination)
        {
            destination[0] = (byte)'"';
            var length = TText.Write(value, destination[1..]);
            destination[length + 1] = (byte)'"';
            return length + 2;
        }
    }
}
