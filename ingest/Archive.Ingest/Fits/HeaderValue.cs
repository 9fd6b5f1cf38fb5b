namespace Archive.Ingest.Fits;

/// <summary>
/// The value of a header card. It keeps the literal as it was written, so that an integer of any size, a real number's digits
/// and a number that somebody put into quotes all survive; numbers are read from it on demand.
/// </summary>
public readonly struct HeaderValue : IEquatable<HeaderValue>
{
    private readonly string? _text;

    /// <summary>A value of the given kind and text, which must fit each other: only the card reader makes these.</summary>
    internal HeaderValue(HeaderValueKind kind, string text)
    {
        Kind = kind;
        _text = text;
    }

    /// <summary>What the value field holds. The default value is <see cref="HeaderValueKind.None"/>.</summary>
    public HeaderValueKind Kind { get; }

    /// <summary>
    /// A string's characters without its quotes, doubled quotes made single, leading blanks kept, trailing blanks dropped (4.2.1.1);
    /// the literal of a logical or a number; the value field as written where it can't be read; empty for the other kinds.
    /// </summary>
    public string Text => _text ?? "";

    /// <summary>
    /// The value as a double: of a number, or of a string that holds nothing but a number and blanks
    /// (<c>EQUINOX = '2000.0  '</c>). Exponents may be written with E or D. Never NaN, never infinite.
    /// </summary>
    /// <returns>False, and 0, when the value is no such thing.</returns>
    public bool TryGetDouble(out double value)
    {
        value = 0;
        return Kind is HeaderValueKind.Integer or HeaderValueKind.Real or HeaderValueKind.Text
            && NumberLiteral.TryGetDouble(Text, out value);
    }

    /// <summary>
    /// The value as a 64-bit integer: of an integer, of a real number without fraction (<c>15.</c>), or of a string that holds one of these.
    /// </summary>
    /// <returns>False, and 0, when the value is no such thing or too large.</returns>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        return Kind is HeaderValueKind.Integer or HeaderValueKind.Real or HeaderValueKind.Text
            && NumberLiteral.TryGetInt64(Text, out value);
    }

    /// <summary>
    /// The value as a truth value: a logical, or what observatories write in its place: the strings T, F, true, false in any case, and
    /// the integers 1 and 0.
    /// </summary>
    /// <returns>False when the value is no such thing.</returns>
    public bool TryGetLogical(out bool value)
    {
        value = false;
        if (Kind is not (HeaderValueKind.Logical or HeaderValueKind.Text or HeaderValueKind.Integer))
        {
            return false;
        }

        ReadOnlySpan<char> text = Text.AsSpan().Trim(' ');
        value = text.Equals("T", StringComparison.OrdinalIgnoreCase) || text.Equals("TRUE", StringComparison.OrdinalIgnoreCase) || text is "1";
        return value || text.Equals("F", StringComparison.OrdinalIgnoreCase) || text.Equals("FALSE", StringComparison.OrdinalIgnoreCase) || text is "0";
    }

    /// <summary>The two parts of a complex value.</summary>
    /// <returns>False, and zeros, for every other kind.</returns>
    public bool TryGetComplex(out double real, out double imaginary)
    {
        real = imaginary = 0;
        if (Kind != HeaderValueKind.Complex)
        {
            return false;
        }

        ReadOnlySpan<char> inner = Text.AsSpan()[1..^1];
        int comma = inner.IndexOf(',');
        return NumberLiteral.TryGetDouble(inner[..comma], out real) && NumberLiteral.TryGetDouble(inner[(comma + 1)..], out imaginary);
    }

    /// <summary>Same kind and same text: <c>1.0</c> and <c>1.00</c> are two values.</summary>
    public bool Equals(HeaderValue other) => Kind == other.Kind && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HeaderValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Text);

    /// <summary>The text, for messages.</summary>
    public override string ToString() => Text;

    /// <summary>Same kind and same text.</summary>
    public static bool operator ==(HeaderValue left, HeaderValue right) => left.Equals(right);

    /// <summary>Different kind or different text.</summary>
    public static bool operator !=(HeaderValue left, HeaderValue right) => !left.Equals(right);
}
