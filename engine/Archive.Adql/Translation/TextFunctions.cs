using Archive.Adql.Resolution.Tree;

namespace Archive.Adql.Translation;

/// <summary>Searches of texts that the engine does faster than DuckDB.</summary>
public static class TextFunctions
{
    /// <summary>(text, part) -> BOOLEAN: is the part anywhere in the text? Both VARCHAR; the result is null if an argument is.</summary>
    public const string Contains = "text_contains";

    /// <summary>The part that a pattern such as <c>%part%</c> looks for; null for any other pattern.</summary>
    internal static string? PartOf(ResolvedLike like) =>
        like is { IgnoresCase: false, Pattern: ResolvedText { Value: ['%', .. { Length: > 0 } part, '%'] } } && part.AsSpan().IndexOfAny('%', '_') < 0 ? part : null;
}
