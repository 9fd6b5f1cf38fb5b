using System.Globalization;

namespace Archive.Ingest.Translation;

/// <summary>
/// One value of a row: null, or a number, day or instant in 64 bits, or a text. Nothing is boxed. Each getter may only be asked of
/// its own kind; the default value is null.
/// </summary>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly long _bits;
    private readonly string? _text;

    private FieldValue(FieldKind kind, long bits, string? text = null)
    {
        Kind = kind;
        _bits = bits;
        _text = text;
    }

    public static FieldValue Null => default;

    public FieldKind Kind { get; }

    public bool IsNull => Kind == FieldKind.Null;

    public long Integer => Expect(FieldKind.Integer)._bits;

    public double Real => BitConverter.Int64BitsToDouble(Expect(FieldKind.Real)._bits);

    public string Text => Expect(FieldKind.Text)._text!;

    public DateOnly Date => DateOnly.FromDayNumber(DaysSinceEpoch + EpochDay);

    /// <summary>The day as DuckDB and Parquet count it: days since 1970-01-01.</summary>
    public int DaysSinceEpoch => (int)Expect(FieldKind.Date)._bits;

    /// <summary>The instant as DuckDB and Parquet count it: microseconds since 1970-01-01T00:00:00 UTC, leap seconds not counted.</summary>
    public long MicrosecondsSinceEpoch => Expect(FieldKind.Timestamp)._bits;

    public static FieldValue OfInteger(long value) => new(FieldKind.Integer, value);

    public static FieldValue OfReal(double value) => new(FieldKind.Real, BitConverter.DoubleToInt64Bits(value));

    public static FieldValue OfText(string value) => new(FieldKind.Text, 0, value);

    public static FieldValue OfDate(DateOnly value) => new(FieldKind.Date, value.DayNumber - EpochDay);

    /// <summary>An instant, UTC.</summary>
    /// <param name="microsecondsSinceEpoch">Since 1970-01-01T00:00:00, leap seconds not counted.</param>
    public static FieldValue OfTimestamp(long microsecondsSinceEpoch) => new(FieldKind.Timestamp, microsecondsSinceEpoch);

    /// <summary>Same kind and same value; reals are compared bit by bit.</summary>
    public bool Equals(FieldValue other) => Kind == other.Kind && _bits == other._bits && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _text);

    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);

    /// <summary>The value for people: <c>null</c>, a number, a text as it is, <c>2004-08-24</c>, <c>2004-08-24T02:16:44.000000</c>.</summary>
    public override string ToString() => Kind switch
    {
        FieldKind.Null => "null",
        FieldKind.Integer => Integer.ToString(CultureInfo.InvariantCulture),
        FieldKind.Real => Real.ToString("R", CultureInfo.InvariantCulture),
        FieldKind.Text => Text,
        FieldKind.Date => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => DateTime.UnixEpoch.AddMicroseconds(MicrosecondsSinceEpoch).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
    };

    private FieldValue Expect(FieldKind kind) => Kind == kind ? this : throw new InvalidOperationException($"The value is {Kind}, not {kind}.");
}
