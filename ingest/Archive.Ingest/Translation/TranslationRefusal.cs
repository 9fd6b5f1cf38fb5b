namespace Archive.Ingest.Translation;

/// <summary>Why a header can't become a row. Stable codes: the names are what quarantine lists show.</summary>
public enum TranslationRefusalCode
{
    /// <summary>The header doesn't say which instrument it is from.</summary>
    NoInstrument,

    /// <summary>The header is from an instrument that has no definition here.</summary>
    UnknownInstrument,

    /// <summary>There is no observation date.</summary>
    NoObservationDate,

    /// <summary>The observation date can't be read.</summary>
    UnusableObservationDate,

    /// <summary>There is no time at which the exposure began.</summary>
    NoObservationTime,

    /// <summary>The time at which the exposure began can't be read.</summary>
    UnusableObservationTime,

    /// <summary>The header has no identifier of its observation, and none can be computed.</summary>
    NoIdentifier,

    /// <summary>The header is from another instrument than the one whose table was asked for.</summary>
    OtherInstrument,
}

/// <summary>Why a header can't become a row, and what its owner can do about it.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Keyword">The keyword concerned.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record TranslationRefusal(TranslationRefusalCode Code, string Keyword, string Message, string Remedy)
{
    internal static TranslationRefusal NoInstrument() => new(TranslationRefusalCode.NoInstrument, "INSTRUME",
        "The header has no INSTRUME: there is no telling which instrument's table it belongs to.",
        "Ingest raw files of an instrument that is known, or add INSTRUME to the header.");

    internal static TranslationRefusal UnknownInstrument(string instrument, IEnumerable<string> known) => new(TranslationRefusalCode.UnknownInstrument, "INSTRUME",
        $"INSTRUME is '{instrument}': no definition for this instrument; known: {string.Join(", ", known)}.",
        "Leave the file out, or add a definition of its instrument.");

    internal static TranslationRefusal NoObservationDate() => new(TranslationRefusalCode.NoObservationDate, "DATE-OBS",
        "The header has no DATE-OBS: there is no UT date to file the observation under.",
        "Write the UT date of the exposure's start into DATE-OBS, as YYYY-MM-DD.");

    internal static TranslationRefusal NoObservationDate(IEnumerable<string> keywords) => new(TranslationRefusalCode.NoObservationDate, "DATE-OBS",
        $"The header has none of {string.Join(", ", keywords)}, and no plausible Julian date: there is no UT date to file the observation under.",
        "Write the UT date of the exposure's start into DATE-OBS, as YYYY-MM-DD.");

    internal static TranslationRefusal UnusableObservationDate(string value, string keyword = "DATE-OBS") => new(TranslationRefusalCode.UnusableObservationDate, keyword,
        $"{keyword} = '{value}' is no date.",
        $"Write the UT date of the exposure's start into {keyword}, as YYYY-MM-DD (FITS 4.0, section 4.4.2.1).");

    internal static TranslationRefusal NoObservationTime() => new(TranslationRefusalCode.NoObservationTime, "UTC",
        "The header has neither UTC nor UT: the observation can't be identified. The time of the file is no substitute.",
        "Write the time of the exposure's start into UTC, as hh:mm:ss.ss.");

    internal static TranslationRefusal UnusableObservationTime(string keyword, string value) => new(TranslationRefusalCode.UnusableObservationTime, keyword,
        $"{keyword} = '{value}' is no time of day.",
        $"Write the time of the exposure's start into {keyword}, as hh:mm:ss.ss; 24:00:00 is no time (FITS 4.0, section 9.1.1).");

    internal static TranslationRefusal NoIdentifier(string instrument) => new(TranslationRefusalCode.NoIdentifier, "KOAID",
        $"The header has no KOAID of {instrument}, and what would be needed to compute one, such as the camera, isn't known.",
        "Write the KOAID by which the archive knows the file into KOAID, or ingest the file into a table of your own: --table NAME.");

    internal static TranslationRefusal OtherInstrument(string table, string instrument, string belongsTo) => new(TranslationRefusalCode.OtherInstrument, "INSTRUME",
        $"The header is none of {instrument}, whose table {table} is{belongsTo}.",
        "Ingest the file without --table, so that it goes to the table of its instrument, or into a table of your own.");
}
