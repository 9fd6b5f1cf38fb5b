using Archive.Ingest.Fits;

namespace Archive.Ingest.Instruments;

/// <summary>What KOA's identifiers of an instrument, or of one of its cameras, begin with.</summary>
/// <param name="Text">The prefix, for instance <c>KB</c>.</param>
/// <param name="Condition">Of which headers; null for all.</param>
public sealed record IdentifierPrefix(string Text, HeaderCondition? Condition)
{
    /// <summary>Reads <c>KB if CAMERA = BLUE</c>, or a prefix alone.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static IdentifierPrefix Parse(string text)
    {
        var parts = text.Split(" if ", 2);
        var prefix = parts[0].Trim();
        if (prefix.Length == 0 || !prefix.All(char.IsAsciiLetterOrDigit)) throw new FormatException($"'{prefix}' is no prefix of letters and digits");
        return new IdentifierPrefix(prefix, parts.Length == 2 ? HeaderCondition.Parse(parts[1]) : null);
    }

    public bool IsOf(FitsHeader header) => Condition?.Holds(header) != false;
}
