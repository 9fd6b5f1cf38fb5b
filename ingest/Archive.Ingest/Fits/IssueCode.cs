namespace Archive.Ingest.Fits;

/// <summary>
/// The deviations from FITS 4.0 that a header is read in spite of. Each is a stable code: the names are what reports and
/// quarantine lists show. How grave each is, <see cref="IssueSeverities"/> says.
/// </summary>
public enum IssueCode
{
    /// <summary>A keyword appears again with another value; the first one counts (4.1.2.3: its value is indeterminate).</summary>
    DuplicateKeyword,

    /// <summary>A string without its closing quote (4.2.1.1); the value can't be read.</summary>
    MissingClosingQuote,

    /// <summary>A quote inside a string that should have been doubled (4.2.1.1); the string is read up to the quote that ends the value field.</summary>
    UnescapedQuote,

    /// <summary>Something other than a comment follows the value; the value can't be read.</summary>
    JunkAfterValue,

    /// <summary>A keyword with lower case letters (4.1.2.1); kept as written, looked up without regard to case.</summary>
    LowerCaseKeyword,

    /// <summary>A keyword with characters outside A-Z, 0-9, - and _, or not left-justified (4.1.2.1).</summary>
    InvalidKeyword,

    /// <summary>An equals sign in byte 9 or 10 that makes no value indicator, which is "= " in these two bytes (4.1.2.2); the card is commentary.</summary>
    MisplacedValueIndicator,

    /// <summary>A value that is no string, logical or number (4.2), or a number beyond what a double holds; the value can't be read.</summary>
    InvalidNumber,

    /// <summary>A CONTINUE card that continues no string (4.2.1.2); it is commentary.</summary>
    OrphanContinue,

    /// <summary>A byte outside 32 to 126 (4.1.1); bytes above are read as Latin-1, control characters as '?'.</summary>
    NonAsciiByte,

    /// <summary>Cards or other bytes after the END card (3.3.1); they are not read.</summary>
    JunkAfterEnd,

    /// <summary>No END card; the header ends with the last whole card.</summary>
    MissingEnd,

    /// <summary>The file ends inside the header.</summary>
    TruncatedHeader,

    /// <summary>The file ends inside the data that the header announces.</summary>
    TruncatedData,

    /// <summary>The file ends before the padding of its header or data does (3.1); nothing is lost.</summary>
    MissingPadding,

    /// <summary>A mandatory keyword is missing, out of order or out of range (4.4.1); the size of the data may be unknown.</summary>
    MandatoryKeyword,

    /// <summary>SIMPLE = F: the file says of itself that it does not conform (4.4.1.1).</summary>
    NotSimple,

    /// <summary>The header announces more data than any file can hold.</summary>
    ImpossibleDataSize,

    /// <summary>What follows the last HDU is no extension (3.5); it is not read.</summary>
    TrailingBytes,

    /// <summary>The gzip stream is damaged or cut short after what was read.</summary>
    DamagedGzip,

    /// <summary>A mandatory keyword in free format (4.2): its value doesn't end in byte 30, or its string doesn't begin in byte 11; it is read all the same.</summary>
    FreeFormatMandatory,

    /// <summary>An exponent written with a small e or d (4.2.4); read as E or D.</summary>
    LowerCaseExponent,

    /// <summary>INHERIT = T in an extension that was asked for: the primary's keywords are not merged with its own.</summary>
    InheritNotApplied,

    /// <summary>More deviations than are listed one by one.</summary>
    MoreIssues,
}
