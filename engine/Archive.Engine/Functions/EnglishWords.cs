namespace Archive.Engine.Functions;

/// <summary>
/// Words as a search by word compares them: runs of letters and digits in lower case, without the endings that English words take (star and stars, show and shown, observe and
/// observing are one).
/// </summary>
internal static class EnglishWords
{
    public static IEnumerable<string> Stems(string text)
    {
        var start = 0;
        for (var end = 0; end <= text.Length; end++)
        {
            if (end < text.Length && char.IsLetterOrDigit(text[end])) continue;
            if (end > start) yield return Stem(text[start..end].ToLowerInvariant());
            start = end + 1;
        }
    }

    private static string Stem(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) word = word[..^1];
        return Without(word, "ing") ?? Without(word, "ed") ?? (word.Length > 4 ? Without(word, "n", after: 'w') : null) ?? (word.Length > 3 ? Without(word, "e") : null) ?? word;
    }

    /// <summary>The word without the ending; null where it hasn't got it, or where too little would be left.</summary>
    private static string? Without(string word, string ending, char? after = null)
    {
        var rest = word.Length - ending.Length;
        return rest >= 3 && word.EndsWith(ending, StringComparison.Ordinal) && (after is null || word[rest - 1] == after) ? word[..rest] : null;
    }
}
