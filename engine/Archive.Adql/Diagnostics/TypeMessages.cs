using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Values of the wrong kind, and clauses that contradict each other: ADQL-4xx.</summary>
internal static class TypeMessages
{
    public static AdqlDiagnostic NotComparable(string left, string right, SourceSpan span, string? hint) =>
        new("ADQL-401", $"{Capital(left)} can't be compared with {right}.", span, hint);

    public static AdqlDiagnostic WrongArgument(string function, int position, string wanted, string found, SourceSpan span) =>
        new("ADQL-402", FormattableString.Invariant($"Argument {position} of {function} must be {wanted}, not {found}."), span);

    public static AdqlDiagnostic WrongArgumentCount(string function, string wanted, int found, SourceSpan span) =>
        new("ADQL-403", FormattableString.Invariant($"{function} takes {wanted}, not {found}."), span);

    public static AdqlDiagnostic NotANumber(string what, string found, SourceSpan span) => new("ADQL-404", $"{what} needs numbers, not {found}.", span,
        (what, found) switch
        {
            ("Arithmetic", "text") => "Write || to join texts, and CAST(x AS DOUBLE PRECISION) to make a number of one.",
            ("Arithmetic", "a time") => "IVO_TO_MJD(x) is a time in days: IVO_TO_MJD(a) < IVO_TO_MJD(b) + 1.",
            _ => null,
        });

    public static AdqlDiagnostic NotText(string what, string found, SourceSpan span) =>
        new("ADQL-405", $"{what} needs text, not {found}.", span, "CAST(x AS VARCHAR) makes text of other values.");

    public static AdqlDiagnostic NotATime(string text, SourceSpan span) =>
        new("ADQL-406", $"'{Clip(text)}' is not a time.", span, "Write it as '2009-01-31' or '2009-01-31T23:59:59.5'.");

    public static AdqlDiagnostic AggregateNotAllowed(string function, string where, SourceSpan span) =>
        new("ADQL-407", $"{function} can't stand in {where}.", span, where == "WHERE" ? "Conditions on groups belong into HAVING." : null);

    public static AdqlDiagnostic NestedAggregate(string function, SourceSpan span) =>
        new("ADQL-408", $"{function} can't stand inside another aggregate function.", span, "Compute the inner one in a subquery in FROM.");

    public static AdqlDiagnostic NotGrouped(string column, SourceSpan span) => new("ADQL-409",
        $"The column {column} has many values in a group.", span, $"Add it to GROUP BY, or write MIN({column}) or another aggregate function.");

    public static AdqlDiagnostic PositionInGroupBy(SourceSpan span) =>
        new("ADQL-410", "GROUP BY takes columns and expressions, not positions.", span, "Write the column's name.");

    public static AdqlDiagnostic OrderNotSelected(SourceSpan span) =>
        new("ADQL-411", "With DISTINCT only what is selected can order the result.", span, "Add it to the select list.");

    public static AdqlDiagnostic SubqueryColumns(int found, SourceSpan span) =>
        new("ADQL-412", FormattableString.Invariant($"The subquery behind IN must select one column, not {found}."), span);

    public static AdqlDiagnostic SetColumnCounts(int left, int right, SourceSpan span) =>
        new("ADQL-413", FormattableString.Invariant($"The combined queries select {left} and {right} columns; the numbers must be equal."), span, "Write NULL where one of them lacks a column: SELECT a, NULL AS b FROM t.");

    public static AdqlDiagnostic SetColumnTypes(string name, string left, string right, SourceSpan span) =>
        new("ADQL-414", $"The column {name} is {left} in one of the combined queries and {right} in the other.", span);

    public static AdqlDiagnostic NoCommonType(string function, string first, string other, SourceSpan span) =>
        new("ADQL-415", $"The arguments of {function} must be of one kind, not {first} and {other}.", span);

    public static AdqlDiagnostic UnknownFormatWord(string format, int position, SourceSpan span) => new("ADQL-416",
        FormattableString.Invariant($"The format '{Clip(format)}' can't be understood at its character {position}."), span,
        "The words are YYYY, MM, MON, DD, HH24, HH12, HH, MI, SS, FF, AM and PM; other text goes into double quotes.");

    public static AdqlDiagnostic TextDoesNotFit(string text, string format, SourceSpan span) =>
        new("ADQL-417", $"The text '{Clip(text)}' is no time of the format '{Clip(format)}'.", span);

    public static AdqlDiagnostic NotALiteral(string function, int position, string wanted, SourceSpan span) =>
        new("ADQL-418", FormattableString.Invariant($"Argument {position} of {function} must be {wanted}, written out."), span);

    public static AdqlDiagnostic CantCast(string from, string to, SourceSpan span) => new("ADQL-419", $"{Capital(from)} can't be cast to {to}.", span);

    public static AdqlDiagnostic NumberTooLarge(SourceSpan span) => new("ADQL-420", "The number is too large for any datatype.", span);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Clip(string text) => text.Length <= 64 ? text : string.Concat(text.AsSpan(0, 64), "...");
}
