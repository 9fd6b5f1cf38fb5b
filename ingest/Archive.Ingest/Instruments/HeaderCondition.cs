using System.Collections.Immutable;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Instruments;

/// <summary>
/// A condition on a header, as definition files write it: <c>KEYWORD = value, value</c>, of which the keyword's text or its first word must be one, whatever the case;
/// <c>KEYWORD contains text</c>; <c>KEYWORD</c> alone, which must have a value; <c>no KEYWORD</c>, which must not. <c>and</c> joins several.
/// </summary>
public sealed class HeaderCondition
{
    private readonly ImmutableArray<Func<FitsHeader, bool>> _parts;

    private HeaderCondition(string text, ImmutableArray<Func<FitsHeader, bool>> parts) => (Text, _parts) = (text, parts);

    /// <summary>The condition as it was written.</summary>
    public string Text { get; }

    /// <exception cref="FormatException">The text is no condition.</exception>
    public static HeaderCondition Parse(string text) => new(text, [.. text.Split(" and ").Select(part => ParsePart(part.Trim()))]);

    public bool Holds(FitsHeader header) => _parts.All(part => part(header));

    private static Func<FitsHeader, bool> ParsePart(string part)
    {
        if (part.Split('=', 2) is [var named, var list])
        {
            var keyword = Keyword(named);
            string[] values = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            if (values.Length == 0) throw new FormatException($"'{part}' names no value");
            return header => header.FindText(keyword) is { } value && values.Any(wanted => IsOrBegins(value, wanted));
        }

        if (part.Split(" contains ", 2) is [var holder, var inside])
        {
            var (keyword, wanted) = (Keyword(holder), inside.Trim());
            return header => header.FindText(keyword)?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;
        }

        if (part.StartsWith("no ", StringComparison.Ordinal))
        {
            var keyword = Keyword(part[3..]);
            return header => header.FindText(keyword) is null;
        }

        var present = Keyword(part);
        return header => header.FindText(present) is not null;
    }

    private static string Keyword(string text)
    {
        var keyword = text.Trim();
        return keyword.Length > 0 && !keyword.Any(char.IsWhiteSpace) ? keyword : throw new FormatException($"'{text}' should be one keyword");
    }

    private static bool IsOrBegins(string value, string wanted) =>
        value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
        && (value.Length == wanted.Length || !(char.IsAsciiLetterOrDigit(value[wanted.Length]) || value[wanted.Length] is '-' or '_'));
}
