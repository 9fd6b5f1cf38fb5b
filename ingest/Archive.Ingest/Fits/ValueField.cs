using System.Buffers;
using System.Text;

namespace Archive.Ingest.Fits;

/// <summary>
/// A value field taken apart (FITS 4.0, section 4.2): which kind of value, where it lies, and where the comment does. Reads free format, of which fixed
/// format is a case. Decodes nothing.
/// </summary>
/// <param name="Kind">The value's kind.</param>
/// <param name="ValueStart">Where the value begins in the card; of a string, behind its opening quote.</param>
/// <param name="ValueLength">The value's length in bytes; of a string, without its quotes and the blanks at its end.</param>
/// <param name="CommentStart">Where the comment begins in the card, past the slash; the card's length if there is none.</param>
/// <param name="Fault">The deviation, if there is one.</param>
internal readonly record struct ValueField(HeaderValueKind Kind, int ValueStart, int ValueLength, int CommentStart, IssueCode? Fault)
{
    private const int CardLength = FitsHeader.CardLength;

    private static readonly SearchValues<byte> s_exponents = SearchValues.Create("EDed"u8);

    /// <summary>Reads the bytes that follow the value indicator.</summary>
    /// <param name="card">The whole card.</param>
    /// <param name="fieldStart">Where its value field begins.</param>
    public static ValueField Read(ReadOnlySpan<byte> card, int fieldStart)
    {
        CardMask nonBlank = CardMask.Except(card, (byte)' ');
        int start = nonBlank.First(fieldStart);
        return start == CardLength ? new ValueField(HeaderValueKind.Undefined, CardLength, 0, CardLength, null)
            : card[start] == '\'' ? ReadString(card, nonBlank, start)
            : ReadUnquoted(card, nonBlank, start);
    }

    /// <summary>The text of a value of some kind from its bytes, as <see cref="HeaderValue.Text"/> has it.</summary>
    public static string Decode(HeaderValueKind kind, ReadOnlySpan<byte> value)
    {
        string text = CardText.Decode(value);
        return kind == HeaderValueKind.Text && text.Contains('\'', StringComparison.Ordinal) ? text.Replace("''", "'", StringComparison.Ordinal) : text;
    }

    /// <summary>The value in the card that it was read from.</summary>
    public HeaderValue ValueIn(ReadOnlySpan<byte> card) => new(Kind, Decode(Kind, card.Slice(ValueStart, ValueLength)));

    /// <summary>True for a string that a CONTINUE card may continue.</summary>
    public bool EndsInAmpersand(ReadOnlySpan<byte> card) => Kind == HeaderValueKind.Text && ValueLength > 0 && card[ValueStart + ValueLength - 1] == '&';

    /// <summary>
    /// A string ends at the first quote that is not doubled and has nothing but blanks or a comment behind it. Where such a quote is not the
    /// first single one, an apostrophe was left undoubled, as in <c>'O'Meara'</c>.
    /// </summary>
    private static ValueField ReadString(ReadOnlySpan<byte> card, CardMask nonBlank, int openingQuote)
    {
        CardMask quotes = CardMask.Of(card, (byte)'\'');
        int start = openingQuote + 1;
        IssueCode? fault = null;
        for (int quote = quotes.First(start); quote < CardLength; quote = quotes.First(quote + 1))
        {
            if (quote + 1 < CardLength && card[quote + 1] == '\'')
            {
                quote++;
                continue;
            }

            int next = nonBlank.First(quote + 1);
            if (next == CardLength || card[next] == '/')
            {
                int length = nonBlank.Last(quote) + 1 - start;
                return new ValueField(HeaderValueKind.Text, start, length, Math.Min(next + 1, CardLength), fault);
            }

            fault = IssueCode.UnescapedQuote;
        }

        IssueCode unended = fault is null ? IssueCode.MissingClosingQuote : IssueCode.JunkAfterValue;
        return new ValueField(HeaderValueKind.Unreadable, openingQuote, nonBlank.Last(CardLength) + 1 - openingQuote, CardLength, unended);
    }

    private static ValueField ReadUnquoted(ReadOnlySpan<byte> card, CardMask nonBlank, int start)
    {
        int slash = CardMask.Of(card, (byte)'/').First(start);
        int length = Math.Max(0, nonBlank.Last(slash) + 1 - start);
        int commentStart = Math.Min(slash + 1, CardLength);
        ReadOnlySpan<byte> token = card.Slice(start, length);
        switch (token)
        {
            case []:
                return new ValueField(HeaderValueKind.Undefined, start, 0, commentStart, null);
            case [(byte)'T'] or [(byte)'F']:
                return new ValueField(HeaderValueKind.Logical, start, length, commentStart, null);
        }

        HeaderValueKind kind = token[0] == '(' ? ClassifyComplex(token) : ClassifyNumber(token);
        IssueCode? fault = kind switch
        {
            HeaderValueKind.Unreadable => IssueCode.InvalidNumber,
            HeaderValueKind.Real or HeaderValueKind.Complex when token.ContainsAny((byte)'e', (byte)'d') => IssueCode.LowerCaseExponent,
            _ => null,
        };
        return new ValueField(kind, start, length, commentStart, fault);
    }

    /// <summary>Without an exponent no card has room for a number that a double can't hold.</summary>
    private static HeaderValueKind ClassifyNumber(ReadOnlySpan<byte> token)
    {
        HeaderValueKind kind = NumberLiteral.Classify(token);
        return kind == HeaderValueKind.Real && token.ContainsAny(s_exponents) && !IsFinite(token) ? HeaderValueKind.Unreadable : kind;
    }

    private static HeaderValueKind ClassifyComplex(ReadOnlySpan<byte> token)
    {
        int comma = token.IndexOf((byte)',');
        return comma > 0 && token[^1] == ')' && IsFinite(token[1..comma]) && IsFinite(token[(comma + 1)..^1]) ? HeaderValueKind.Complex : HeaderValueKind.Unreadable;
    }

    private static bool IsFinite(ReadOnlySpan<byte> number)
    {
        Span<char> text = stackalloc char[FitsHeader.CardLength];
        return NumberLiteral.TryGetDouble(text[..Encoding.Latin1.GetChars(number, text)], out _);
    }
}
