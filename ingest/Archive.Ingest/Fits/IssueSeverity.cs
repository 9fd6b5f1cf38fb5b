namespace Archive.Ingest.Fits;

/// <summary>How grave a deviation is, by what it does to the values that were read.</summary>
public enum IssueSeverity
{
    /// <summary>Every value is as sure as in a header without it. Strict reading takes it, too.</summary>
    Note,

    /// <summary>A value may be meant otherwise than it was read.</summary>
    Warning,

    /// <summary>Something is lost: a value, or what would have followed.</summary>
    Error,
}

/// <summary>The severity of each code.</summary>
public static class IssueSeverities
{
    /// <summary>How grave a deviation of this kind is.</summary>
    public static IssueSeverity Of(IssueCode code) => code switch
    {
        IssueCode.LowerCaseKeyword or IssueCode.LowerCaseExponent or IssueCode.FreeFormatMandatory or IssueCode.MissingPadding or IssueCode.JunkAfterEnd
            or IssueCode.TrailingBytes or IssueCode.InheritNotApplied => IssueSeverity.Note,
        IssueCode.MissingClosingQuote or IssueCode.JunkAfterValue or IssueCode.InvalidNumber or IssueCode.MissingEnd or IssueCode.TruncatedHeader or IssueCode.TruncatedData
            or IssueCode.MandatoryKeyword or IssueCode.ImpossibleDataSize or IssueCode.DamagedGzip => IssueSeverity.Error,
        _ => IssueSeverity.Warning,
    };
}
