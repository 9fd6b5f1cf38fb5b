using Archive.Ingest.Fits;

namespace Archive.Ingest.Translation;

/// <summary>
/// Asks a header for values under the archive's rule of what counts as missing: no card, no value, blanks, or one of the texts that the
/// observatory's software writes where it knows nothing. Zero is a value.
/// </summary>
internal static class HeaderLookup
{
    private static readonly string[] MissingTexts = ["NaN", "-NaN", "#### Error ###", "null"];

    /// <summary>The keyword's value, unless it is missing.</summary>
    public static bool TryFind(this FitsHeader header, string keyword, out HeaderValue value)
    {
        value = header.TryGet(keyword, out var card) ? card.Value : default;
        return !IsMissing(value);
    }

    /// <summary>The keyword's value as text without blanks around it; null where it is missing.</summary>
    public static string? FindText(this FitsHeader header, string keyword) => header.TryFind(keyword, out var value) ? value.Text.Trim() : null;

    /// <summary>The keyword's value as a number; null where it is missing or none.</summary>
    public static double? FindNumber(this FitsHeader header, string keyword) =>
        header.TryFind(keyword, out var value) && value.TryGetDouble(out var number) ? number : null;

    /// <summary>The keyword's value as true or false; null where it is missing or neither.</summary>
    public static bool? FindLogical(this FitsHeader header, string keyword) =>
        header.TryFind(keyword, out var value) && value.TryGetLogical(out var logical) ? logical : null;

    private static bool IsMissing(HeaderValue value)
    {
        if (value.Kind is HeaderValueKind.None or HeaderValueKind.Undefined) return true;
        if (value.Kind is not (HeaderValueKind.Text or HeaderValueKind.Unreadable)) return false;
        var text = value.Text.AsSpan().Trim();
        if (text.IsEmpty) return true;
        if (text[0] is not ('N' or 'n' or '-' or '#')) return false;
        foreach (var missing in MissingTexts)
        {
            if (text.Equals(missing, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
