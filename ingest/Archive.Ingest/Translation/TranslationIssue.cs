using System.Globalization;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Translation;

/// <summary>What was odd about a header that was taken all the same. Stable codes: the names are what reports show.</summary>
public enum TranslationIssueCode
{
    /// <summary>A value that isn't of its column's type; the column is null.</summary>
    WrongType,

    /// <summary>A text longer than its column; it is cut.</summary>
    TextCut,

    /// <summary>A number outside the range that is plausible for its column; it is kept.</summary>
    OutOfRange,

    /// <summary>A text that isn't among those known for its column; it is kept.</summary>
    UnknownValue,

    /// <summary>Columns without a value that rows of the original archive always have.</summary>
    RequiredValueMissing,

    /// <summary>An observation date in the old form with slashes; the century is a guess.</summary>
    DateRepaired,

    /// <summary>A time of exactly 24:00:00, or with a second of exactly 60 where there was no leap second (FITS 4.0, section 9.1.1); read as the day or minute that begins then.</summary>
    TimeRoundedUp,

    /// <summary>A TIMESYS that names no time scale of FITS 4.0, table 30, or LOCAL; times are read as UTC.</summary>
    UnknownTimeScale,

    /// <summary>A KOAID that isn't of the instrument's form; it is computed anew.</summary>
    InvalidIdentifier,

    /// <summary>A KOAID that names another day than DATE-OBS; it is kept.</summary>
    IdentifierOfAnotherDate,

    /// <summary>A position that can't be read; all position columns are null.</summary>
    UnusablePosition,

    /// <summary>A position without an equinox; it is taken as ICRS, as FITS 4.0 has it (8.3).</summary>
    NoEquinox,

    /// <summary>A reference frame other than ICRS, FK5, FK4 and FK4-NO-E; the position is read as if it named none.</summary>
    UnknownFrame,

    /// <summary>An MJD more than a day away from the start of the exposure; it is kept.</summary>
    MjdOfAnotherDate,
}

/// <summary>One oddity of a header that was taken all the same.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="Column">The column concerned.</param>
/// <param name="Keyword">The keyword concerned; empty where the value was derived.</param>
/// <param name="Message">What is odd and what was made of it, for people.</param>
public readonly record struct TranslationIssue(TranslationIssueCode Code, string Column, string Keyword, string Message)
{
    private const int ShownLength = 40;

    internal static TranslationIssue WrongType(ColumnDefinition column, string keyword, string value) =>
        new(TranslationIssueCode.WrongType, column.Name, keyword, $"{keyword} = {Shown(value)} is no value for the {column.Kind} column {column.Name}: taken as null.");

    internal static TranslationIssue TextCut(ColumnDefinition column, string keyword, int length) =>
        new(TranslationIssueCode.TextCut, column.Name, keyword, Invariant($"{column.Name} holds {column.Width} characters, not {length}: cut."));

    internal static TranslationIssue OutOfRange(ColumnDefinition column, double value) =>
        new(TranslationIssueCode.OutOfRange, column.Name, FirstKeyword(column), Invariant($"{column.Name} is {value}; plausible is {Range(column)}."));

    internal static TranslationIssue UnknownValue(ColumnDefinition column, string value) =>
        new(TranslationIssueCode.UnknownValue, column.Name, FirstKeyword(column), $"{column.Name} is {Shown(value)}; known are {string.Join(", ", column.KnownValues)}.");

    internal static TranslationIssue RequiredValueMissing(IReadOnlyList<string> columns) =>
        new(TranslationIssueCode.RequiredValueMissing, columns[0], "", $"No value for {string.Join(", ", columns)}: a raw header lacks what the observatory adds later.");

    internal static TranslationIssue DateRepaired(string value, DateOnly date, string column = "date_obs", string keyword = "DATE-OBS") =>
        new(TranslationIssueCode.DateRepaired, column, keyword, Invariant($"{keyword} = {Shown(value)} is taken as {date:yyyy-MM-dd}: two digits below 50 mean 20YY."));

    internal static TranslationIssue TimeRoundedUp(string keyword, string value, DateOnly date, string column = "utdatetime") =>
        new(TranslationIssueCode.TimeRoundedUp, column, keyword, Invariant($"{keyword} = {Shown(value)} is no time: taken as the minute or day that begins then, on {date:yyyy-MM-dd}."));

    internal static TranslationIssue UnknownTimeScale(string value, string column) =>
        new(TranslationIssueCode.UnknownTimeScale, column, "TIMESYS", $"TIMESYS = {Shown(value)} is no time scale known here: the start is read as UTC.");

    internal static TranslationIssue InvalidIdentifier(string value, string computed) =>
        new(TranslationIssueCode.InvalidIdentifier, "koaid", "KOAID", $"KOAID = {Shown(value)} has not the form of {computed}, which is taken instead.");

    internal static TranslationIssue IdentifierOfAnotherDate(string value, DateOnly date) =>
        new(TranslationIssueCode.IdentifierOfAnotherDate, "koaid", "KOAID", Invariant($"KOAID = {Shown(value)} names another day than DATE-OBS, {date:yyyy-MM-dd}: kept."));

    internal static TranslationIssue UnusablePosition(string keyword, string value) =>
        new(TranslationIssueCode.UnusablePosition, "ra", keyword, $"{keyword} = {Shown(value)} gives no position: ra, dec and all that follows from them are null.");

    internal static TranslationIssue NoEquinox() =>
        new(TranslationIssueCode.NoEquinox, "ra", "EQUINOX", "Neither EQUINOX nor FRAME says what RA and DEC refer to: taken as ICRS (FITS 4.0, section 8.3).");

    internal static TranslationIssue UnknownFrame(string keyword, string value) =>
        new(TranslationIssueCode.UnknownFrame, "ra", keyword, $"{keyword} = {Shown(value)} is no frame known here: RA and DEC are read by their equinox, or as ICRS.");

    internal static TranslationIssue MjdOfAnotherDate(ColumnDefinition column, double mjd, DateOnly date) =>
        new(TranslationIssueCode.MjdOfAnotherDate, column.Name, FirstKeyword(column), Invariant($"{FirstKeyword(column)} = {mjd} is more than a day from the start of the exposure on {date:yyyy-MM-dd}: kept."));

    private static string Shown(string value) => value.Length <= ShownLength ? $"'{value}'" : $"'{value[..ShownLength]}...'";

    private static string FirstKeyword(ColumnDefinition column) => column.Keywords.IsEmpty ? "" : column.Keywords[0];

    private static string Range(ColumnDefinition column) => (column.Minimum, column.Maximum) switch
    {
        ({ } least, { } most) => Invariant($"{least} to {most}"),
        ({ } least, null) => Invariant($"{least} or more"),
        var (_, most) => Invariant($"{most} or less"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
