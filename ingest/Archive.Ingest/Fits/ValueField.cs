namespace Archive.Ingest.Fits;

/// <summary>
/// A value field taken apart (FITS 4.0, section 4.2): value, and where the comment lies. Reads free format, of which fixed
/// format is a case.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="CommentStart">Where the comment begins in the field, past the slash; the field's length if there is none.</param>
/// <param name="Fault">The deviation, if there is one.</param>
internal readonly record struct ValueField(HeaderValue Value, int CommentStart, IssueCode? Fault)
{
    private static readonly HeaderValue s_undefined = new(HeaderValueKind.Undefined, "");
    private static readonly HeaderValue s_true = new(HeaderValueKind.Logical, "T");
    private static readonly HeaderValue s_false = new(HeaderValueKind.Logical, "F");

    /// <summary>Reads the bytes that follow the value indicator.</summary>
    public static ValueField Read(ReadOnlySpan<byte> field)
    {
        int start = field.IndexOfAnyExcept((byte)' ');
        if (start < 0)
        {
            return new ValueField(s_undefined, field.Length, null);
        }

        return field[start] == '\'' ? ReadString(field, start) : ReadUnquoted(field, start);
    }

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
                string text = Unquote(field[(openingQuote + 1)..quote]);
                return new ValueField(new HeaderValue(HeaderValueKind.Text, text), commentStart, fault);
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
        switch (token)
        {
            case []:
                return new ValueField(s_undefined, commentStart, null);
            case [(byte)'T']:
                return new ValueField(s_true, commentStart, null);
            case [(byte)'F']:
                return new ValueField(s_false, commentStart, null);
        }

        string text = CardText.Decode(token);
        HeaderValueKind kind = token[0] == '(' ? ClassifyComplex(text) : ClassifyNumber(text);
        return kind == HeaderValueKind.Unreadable
            ? Unreadable(field, start, end, IssueCode.InvalidNumber) with { CommentStart = commentStart }
            : new ValueField(new HeaderValue(kind, text), commentStart, kind != HeaderValueKind.Integer && token.ContainsAny((byte)'e', (byte)'d') ? IssueCode.LowerCaseExponent : null);
    }

    private static HeaderValueKind ClassifyNumber(ReadOnlySpan<char> text)
    {
        HeaderValueKind kind = NumberLiteral.Classify(text);
        return kind == HeaderValueKind.Real && !NumberLiteral.TryGetDouble(text, out _) ? HeaderValueKind.Unreadable : kind;
    }

    private static HeaderValueKind ClassifyComplex(ReadOnlySpan<char> text)
    {
        int comma = text.IndexOf(',');
        return comma > 0 && text[^1] == ')'
            && NumberLiteral.TryGetDouble(text[1..comma], out _)
            && NumberLiteral.TryGetDouble(text[(comma + 1)..^1], out _)
            ? HeaderValueKind.Complex
            : HeaderValueKind.Unreadable;
    }

    /// <summary>Where the comment begins if only blanks, or blanks and a slash, follow; null if something else does.</summary>
    private static int? CommentAfter(ReadOnlySpan<byte> field, int at)
    {
        int next = field[at..].IndexOfAnyExcept((byte)' ');
        return next < 0 ? field.Length : field[at + next] == '/' ? at + next + 1 : null;
    }

    private static string Unquote(ReadOnlySpan<byte> quoted)
    {
        string text = CardText.Decode(quoted.TrimEnd((byte)' '));
        return text.Contains('\'', StringComparison.Ordinal) ? text.Replace("''", "'", StringComparison.Ordinal) : text;
    }

    private static ValueField Unreadable(ReadOnlySpan<byte> field, int start, int end, IssueCode fault)
    {
        string text = CardText.Decode(field[start..end].TrimEnd((byte)' '));
        return new ValueField(new HeaderValue(HeaderValueKind.Unreadable, text), end, fault);
    }
}
