using System.Globalization;
using System.Numerics;

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
    /// <typeparam name="T">A byte of Latin-1 or a character.</typeparam>
    public static HeaderValueKind Classify<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        int at = text.Length > 0 && IsSign(text[0]) ? 1 : 0;
        int whole = CountDigits(text[at..]);
        at += whole;
        if (at == text.Length)
        {
            return whole > 0 ? HeaderValueKind.Integer : HeaderValueKind.Unreadable;
        }

        int fraction = 0;
        if (text[at] == T.CreateTruncating('.'))
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

    private static int CountDigits<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        int count = 0;
        while (count < text.Length && text[count] >= T.CreateTruncating('0') && text[count] <= T.CreateTruncating('9'))
        {
            count++;
        }

        return count;
    }

    private static bool IsSign<T>(T character)
        where T : unmanaged, IBinaryInteger<T> => character == T.CreateTruncating('+') || character == T.CreateTruncating('-');

    private static bool IsExponent<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (text[0] != T.CreateTruncating('E') && text[0] != T.CreateTruncating('e') && text[0] != T.CreateTruncating('D') && text[0] != T.CreateTruncating('d'))
        {
            return false;
        }

        text = text[1..];
        if (text.Length > 0 && IsSign(text[0]))
        {
            text = text[1..];
        }

        return text.Length > 0 && CountDigits(text) == text.Length;
    }
}
