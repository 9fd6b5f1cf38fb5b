using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>Strict reading: a header with an issue that is more than a note is refused, whatever could be made of it.</summary>
internal static class StrictReading
{
    private const int MostShown = 3;

    /// <summary>Why a header that could be taken isn't; null where it conforms.</summary>
    public static HeaderRefusal? Judge(FitsHeader header, IReadOnlyList<TranslationIssue> issues)
    {
        string[] grave =
        [
            .. header.Issues.Where(issue => IssueSeverities.Of(issue.Code) > IssueSeverity.Note).Select(issue => $"{issue.Code}: {issue.Message}"),
            .. issues.Where(issue => TranslationIssueSeverities.Of(issue.Code) > IssueSeverity.Note).Select(issue => $"{issue.Code}: {issue.Message}"),
        ];
        if (grave.Length == 0) return null;
        var more = grave.Length > MostShown ? $" And {grave.Length - MostShown} more." : "";
        return new HeaderRefusal(RefusalCode.Deviates, $"{string.Join(' ', grave.Take(MostShown))}{more}", 0, "Mend the header, or ingest it without --strict.");
    }
}
