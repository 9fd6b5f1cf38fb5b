using System.Collections.Immutable;

namespace Archive.Adql.Resolution.Times;

/// <summary>A word of Oracle's format language for times.</summary>
internal enum TimeField
{
    /// <summary>Text as it stands.</summary>
    Literal,
    Year,
    Month,
    MonthName,
    Day,
    Hour24,
    Hour12,
    Minute,
    Second,
    Fraction,
    Milliseconds,
    HalfOfDay,
}

/// <summary>
/// The format of TO_DATE and TO_CHAR in Oracle's words, in any case: <c>yyyy-mm-dd HH24:MI:SS</c>. KOA's published queries use it. Of Oracle's language it knows
/// the numeric fields, MON, FF, AM and PM, punctuation, and text in double quotes.
/// </summary>
internal sealed class TimeFormat
{
    /// <summary>The longer word first where one begins with another.</summary>
    private static readonly (string Word, TimeField Field)[] Words =
    [
        ("YYYY", TimeField.Year), ("MON", TimeField.MonthName), ("MM", TimeField.Month), ("MI", TimeField.Minute), ("DD", TimeField.Day),
        ("HH24", TimeField.Hour24), ("HH12", TimeField.Hour12), ("HH", TimeField.Hour12), ("SS", TimeField.Second),
        ("FF3", TimeField.Milliseconds), ("FF6", TimeField.Fraction), ("FF", TimeField.Fraction), ("AM", TimeField.HalfOfDay), ("PM", TimeField.HalfOfDay),
    ];

    private TimeFormat(ImmutableArray<(TimeField Field, string Text)> elements) => Elements = elements;

    /// <summary>The fields in order; the text is that of a literal.</summary>
    public ImmutableArray<(TimeField Field, string Text)> Elements { get; }

    /// <summary>Null if the format holds something else; then at which character, counted from 1.</summary>
    public static TimeFormat? Parse(string format, out int errorPosition)
    {
        errorPosition = 0;
        var elements = ImmutableArray.CreateBuilder<(TimeField, string)>();
        var rest = format.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = Word(rest, out var element);
            if (length == 0)
            {
                errorPosition = format.Length - rest.Length + 1;
                return null;
            }

            elements.Add(element);
            rest = rest[length..];
        }

        return new TimeFormat(elements.DrainToImmutable());
    }

    private static int Word(ReadOnlySpan<char> rest, out (TimeField Field, string Text) element)
    {
        foreach (var (word, field) in Words)
        {
            if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            element = (field, "");
            return word.Length;
        }

        if (rest[0] == '"' && rest[1..].IndexOf('"') is var end and >= 0)
        {
            element = (TimeField.Literal, rest.Slice(1, end).ToString());
            return end + 2;
        }

        var isPunctuation = rest[0] is ' ' or '-' or '/' or '.' or ',' or ';' or ':';
        element = (TimeField.Literal, isPunctuation ? rest[..1].ToString() : "");
        return isPunctuation ? 1 : 0;
    }
}
