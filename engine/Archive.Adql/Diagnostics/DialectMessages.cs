using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>What other dialects of SQL say, and what ADQL says for it: ADQL-25x.</summary>
internal static class DialectMessages
{
    public static AdqlDiagnostic FetchFirst(SourceSpan span) => new("ADQL-250", "FETCH FIRST is not ADQL.", span, "Write TOP and the number of rows behind SELECT.");

    public static AdqlDiagnostic Window(SourceSpan span) => new("ADQL-251", "ADQL has no window functions.", span, "Join with a subquery that groups the rows: FROM t JOIN (SELECT a, MAX(b) AS most FROM t GROUP BY a) AS g ON t.a = g.a.");

    public static AdqlDiagnostic Minus(SourceSpan span) => new("ADQL-252", "MINUS is not ADQL.", span, "Write EXCEPT.");

    public static AdqlDiagnostic NullsOrder(SourceSpan span) => new("ADQL-253", "ORDER BY has no NULLS FIRST or NULLS LAST in ADQL.", span, "This service puts nulls last.");

    public static AdqlDiagnostic RegularExpression(string word, SourceSpan span) =>
        new("ADQL-254", $"{word} is not ADQL, which has no regular expressions.", span, "LIKE and ILIKE know % for any text and _ for one character.");

    public static AdqlDiagnostic CurrentTime(string word, SourceSpan span) =>
        new("ADQL-255", $"ADQL has no {word}.", span, "Write the time, CAST('2009-01-31T23:59:59' AS TIMESTAMP), or this service's SYSDATE.");

    public static AdqlDiagnostic TypedLiteral(string word, string text, SourceSpan span) =>
        new("ADQL-256", $"ADQL has no literals with {word} in front.", span, $"Write CAST('{(text.Length <= 40 ? text : "...")}' AS TIMESTAMP), or in a comparison with a time the text alone.");

    public static AdqlDiagnostic Interval(SourceSpan span) =>
        new("ADQL-264", "ADQL has no intervals of time.", span, "Write the other time itself, or this service's ADD_MONTHS(time, months).");

    public static AdqlDiagnostic FunctionWord(string word, string hint, SourceSpan span) => new("ADQL-257", $"ADQL has no function {word}.", span, hint);

    public static AdqlDiagnostic CastType(string type, string instead, SourceSpan span) => new("ADQL-258", $"{type} is no type that CAST knows.", span, $"Write {instead}.");

    public static AdqlDiagnostic ReadsOnly(string word, SourceSpan span) =>
        new("ADQL-259", $"{word} is not ADQL: a query only reads.", span, "A query starts with SELECT or WITH.");

    public static AdqlDiagnostic Describe(string word, SourceSpan span) =>
        new("ADQL-260", $"{word} is not ADQL.", span,
        "SELECT table_name, description FROM TAP_SCHEMA.tables lists the tables, SELECT column_name, datatype, unit, description FROM TAP_SCHEMA.columns WHERE table_name = 'a_table' the columns of one.");

    public static AdqlDiagnostic Phrase(string phrase, string hint, SourceSpan span) => new("ADQL-265", $"{phrase} is not ADQL.", span, hint);

    public static AdqlDiagnostic Recursive(SourceSpan span) => new("ADQL-261", "WITH RECURSIVE is not ADQL: a query can't name itself.", span);

    public static AdqlDiagnostic WithColumns(SourceSpan span) => new("ADQL-262", "The name of a query in WITH takes no list of columns.", span, "Name them in its SELECT: a AS b.");

    public static AdqlDiagnostic CaseInsensitiveLike(SourceSpan span) =>
        new("ADQL-263", "ILIKE came with ADQL 2.1, and the query says that it is ADQL 2.0.", span, "Ask with LANG=ADQL or ADQL-2.1, or write ivo_nocasematch(value, pattern) = 1.");
}
