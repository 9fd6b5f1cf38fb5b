using System.Globalization;

namespace Archive.Ingest.Fits;

/// <summary>The grammar of numbers in a value field (FITS 4.0, sections 4.2.3 and 4.2.4).</summary>
internal static class NumberLiteral
{
    private const int LongestLiteral = 80;
    private const double LargestWholeDouble = 9_007_199_254_740_992;

    /// <summary>
    /// <see cref="HeaderValueKind.Integer"/>, <see cref="HeaderValueKind.Real"/>, or <see cref="HeaderValueKind.Unreadable"/> for what is
    /// no number. The text must not have blanks around it. Both E and D, in either case, begin an exponent.
    /// </summary>
    public static HeaderValueKind Classify(ReadOnlySpan<char> text)
    {
        int at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        int whole = CountDigits(text[at..]);
        at += whole;
        if (at == text.Length)
        {
            return whole > 0 ? HeaderValueKind.Integer : HeaderValueKind.Unreadable;
        }

        int fraction = 0;
        if (text[at] == '.')
        {
            fraction = CountDigits(text[(at + 1)..]);
            at += 1 + fraction;
        }

        bool exponentIsGood = at == text.Length || IsExponent(text[at..]);
        return whole + fraction > 0 && exponentIsGood ? HeaderValueKind.Real : HeaderValueKind.Unreadable;
    }

    /// <summary>The number's value when it is finite; blanks around it don't count.</summary>
    public static bool TryGetDouble(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        text = text.Trim(' ');
        if (text.Length > LongestLiteral || Classify(text) == HeaderValueKind.Unreadable)
        {
            return false;
        }

        Span<char> withE = stackalloc char[text.Length];
        text.CopyTo(withE);
        int d = withE.IndexOfAny('D', 'd');
        if (d >= 0)
        {
            withE[d] = 'E';
        }

        if (double.TryParse(withE, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) && double.IsFinite(parsed))
        {
            value = parsed;
            return true;
        }

        return false;
    }

    /// <summary>The number's value when it is whole and fits; blanks around it don't count.</summary>
    public static bool TryGetInt64(ReadOnlySpan<char> text, out long value)
    {
        text = text.Trim(' ');
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        if (Classify(text) == HeaderValueKind.Real && TryGetDouble(text, out double real)
            && Math.Abs(real) <= LargestWholeDouble && Math.Floor(real) == real)
        {
            value = (long)real;
            return true;
        }

        return false;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('E' or 'e' or 'D' or 'd'))
        {
            return false;
        }

        text = text[1..];
        if (text.Length > 0 && text[0] is '+' or '-')
        {
            text = text[1..];
        }

        return text.Length > 0 && CountDigits(text) == text.Length;
    }
}
