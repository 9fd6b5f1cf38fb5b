using System.Buffers;
using System.Text;

namespace Archive.Ingest.Fits;

/// <summary>
/// A value field taken apart (FITS 4.0, section 4.2): which kind of value, where it lies, and where the comment does. Reads free format, of which fixed
/// format is a case. Decodes nothing.
/// </summary>
/// <param name="Kind">The value's kind.</param>
/// <param name="Value">Where the value lies in the field; of a string, what is between its quotes.</param>
/// <param name="CommentStart">Where the comment begins in the field, past the slash; the field's length if there is none.</param>
/// <param name="Fault">The deviation, if there is one.</param>
internal readonly record struct ValueField(HeaderValueKind Kind, FieldSlice Value, int CommentStart, IssueCode? Fault)
{
    private static readonly SearchValues<byte> s_exponents = SearchValues.Create("EDed"u8);

    /// <summary>Reads the bytes that follow the value indicator.</summary>
    public static ValueField Read(ReadOnlySpan<byte> field)
    {
        int start = field.IndexOfAnyExcept((byte)' ');
        if (start < 0)
        {
            return new ValueField(HeaderValueKind.Undefined, default, field.Length, null);
        }

        return field[start] == '\'' ? ReadString(field, start) : ReadUnquoted(field, start);
    }

    /// <summary>The text of a value of some kind from its bytes, as <see cref="HeaderValue.Text"/> has it.</summary>
    public static string Decode(HeaderValueKind kind, ReadOnlySpan<byte> value)
    {
        string text = CardText.Decode(value);
        return kind == HeaderValueKind.Text && text.Contains('\'', StringComparison.Ordinal) ? text.Replace("''", "'", StringComparison.Ordinal) : text;
    }

    /// <summary>The value in the field that it was read from.</summary>
    public HeaderValue ValueIn(ReadOnlySpan<byte> field) => new(Kind, Decode(Kind, field.Slice(Value.Start, Value.Length)));

    /// <summary>
    /// A string ends at the first quote that is not doubled and has nothing but blanks or a comment behind it. Where such a quote is not the
    /// first single one, an apostrophe was left undoubled, as in <c>'O'Meara'</c>.
    /// </summary>
    private static ValueField ReadString(ReadOnlySpan<byte> field, int openingQuote)
    {
        IssueCode? fault = null;
        int firstSingle = -1;
        int at = openingQuote + 1;
        while (true)
        {
            int step = field[at..].IndexOf((byte)'\'');
            if (step < 0)
            {
                return firstSingle < 0
                    ? Unreadable(field, openingQuote, field.Length, IssueCode.MissingClosingQuote)
                    : Unreadable(field, openingQuote, field.Length, IssueCode.JunkAfterValue);
            }

            int quote = at + step;
            if (quote + 1 < field.Length && field[quote + 1] == '\'')
            {
                at = quote + 2;
                continue;
            }

            if (CommentAfter(field, quote + 1) is { } commentStart)
            {
                int length = field[(openingQuote + 1)..quote].TrimEnd((byte)' ').Length;
                return new ValueField(HeaderValueKind.Text, new FieldSlice(openingQuote + 1, length), commentStart, fault);
            }

            firstSingle = firstSingle < 0 ? quote : firstSingle;
            fault = IssueCode.UnescapedQuote;
            at = quote + 1;
        }
    }

    private static ValueField ReadUnquoted(ReadOnlySpan<byte> field, int start)
    {
        int slash = field[start..].IndexOf((byte)'/');
        int end = slash < 0 ? field.Length : start + slash;
        int commentStart = slash < 0 ? field.Length : end + 1;
        ReadOnlySpan<byte> token = field[start..end].TrimEnd((byte)' ');
        FieldSlice value = new(start, token.Length);
        switch (token)
        {
            case []:
                return new ValueField(HeaderValueKind.Undefined, default, commentStart, null);
            case [(byte)'T'] or [(byte)'F']:
                return new ValueField(HeaderValueKind.Logical, value, commentStart, null);
        }

        HeaderValueKind kind = token[0] == '(' ? ClassifyComplex(token) : ClassifyNumber(token);
        IssueCode? fault = kind switch
        {
            HeaderValueKind.Unreadable => IssueCode.InvalidNumber,
            HeaderValueKind.Real or HeaderValueKind.Complex when token.ContainsAny((byte)'e', (byte)'d') => IssueCode.LowerCaseExponent,
            _ => null,
        };
        return new ValueField(kind, value, commentStart, fault);
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

    /// <summary>Where the comment begins if only blanks, or blanks and a slash, follow; null if something else does.</summary>
    private static int? CommentAfter(ReadOnlySpan<byte> field, int at)
    {
        int next = field[at..].IndexOfAnyExcept((byte)' ');
        return next < 0 ? field.Length : field[at + next] == '/' ? at + next + 1 : null;
    }

    private static ValueField Unreadable(ReadOnlySpan<byte> field, int start, int end, IssueCode fault) =>
        new(HeaderValueKind.Unreadable, new FieldSlice(start, field[start..end].TrimEnd((byte)' ').Length), end, fault);
}

/// <summary>A part of a value field.</summary>
internal readonly record struct FieldSlice(int Start, int Length);
