using System.Globalization;
using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Queries that are refused for their size: ADQL-9xx.</summary>
internal static class LimitMessages
{
    public static AdqlDiagnostic QueryTooLong(int length, int maximum) => Limit("ADQL-901",
        $"The query has {length} characters; at most {maximum} are taken.", new SourceSpan(0, 1, 1, 1), "Upload a long list as a table and join with it.");

    public static AdqlDiagnostic TooManyTokens(int maximum, SourceSpan span) => Limit("ADQL-902",
        $"The query has more than {maximum} words and signs.", span, "Upload a long list as a table and join with it.");

    public static AdqlDiagnostic NestedTooDeeply(int maximum, SourceSpan span) =>
        Limit("ADQL-903", $"Parentheses, functions and subqueries are nested more than {maximum} deep here.", span);

    public static AdqlDiagnostic TooManyOperators(int maximum, SourceSpan span) =>
        Limit("ADQL-904", $"The query has more than {maximum} arithmetic operators, tables and set operators.", span);

    public static AdqlDiagnostic TooManyColumns(int maximum, SourceSpan span) =>
        Limit("ADQL-905", $"The query and its subqueries select more than {maximum} columns.", span, "Name the columns that are needed instead of writing *.");

    public static AdqlDiagnostic TooManyTerms(int maximum, SourceSpan span) => Limit("ADQL-906", $"GROUP BY and ORDER BY take at most {maximum} terms.", span);

    public static AdqlDiagnostic PointOfTooMuch(SourceSpan span) =>
        Limit("ADQL-907", $"This point is made of too many values to be taken apart here.", span, "Compute it in a subquery in FROM.");

    private static AdqlDiagnostic Limit(string code, FormattableString message, SourceSpan span, string? hint = null) =>
        new(code, message.ToString(CultureInfo.InvariantCulture), span, hint);
}
