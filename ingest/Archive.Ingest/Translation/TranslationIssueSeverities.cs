using Archive.Ingest.Fits;

namespace Archive.Ingest.Translation;

/// <summary>The severity of each oddity that a translation finds.</summary>
public static class TranslationIssueSeverities
{
    /// <summary>How grave an oddity of this kind is.</summary>
    public static IssueSeverity Of(TranslationIssueCode code) => code switch
    {
        TranslationIssueCode.OutOfRange or TranslationIssueCode.UnknownValue or TranslationIssueCode.RequiredValueMissing or TranslationIssueCode.NoEquinox => IssueSeverity.Note,
        TranslationIssueCode.WrongType or TranslationIssueCode.TextCut or TranslationIssueCode.UnusablePosition => IssueSeverity.Error,
        _ => IssueSeverity.Warning,
    };
}
