namespace Archive.Ingest.Fits;

/// <summary>
/// The INHERIT convention: an extension that says INHERIT = T means the primary's keywords to be its own, too. Readers differ in which and when, so nothing is
/// ever merged here; that there was something to merge is told.
/// </summary>
internal static class Inheritance
{
    public static IReadOnlyList<HeaderIssue> Check(FitsHeader header) =>
        header.TryGet("INHERIT", out HeaderCard? card) && card.Value is { Kind: HeaderValueKind.Logical, Text: "T" }
            ? [new HeaderIssue(IssueCode.InheritNotApplied, card.CardNumber, card.Keyword, "INHERIT = T: the primary header's keywords may be meant, too; they were not merged.")]
            : [];
}
