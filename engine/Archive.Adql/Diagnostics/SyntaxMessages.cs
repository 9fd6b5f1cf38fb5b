using Archive.Adql.Lexing;
using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>What can be wrong with the order of words and signs: ADQL-2xx.</summary>
internal static class SyntaxMessages
{
    public static AdqlDiagnostic Expected(string what, Token found, string? hint = null) =>
        new("ADQL-201", $"Expected {what}, but found {found.Display}.", found.Span, hint ?? HintFor(found));

    public static AdqlDiagnostic ClauseOutOfOrder(Token found) => new("ADQL-221", $"{found.Text} stands behind a clause that it belongs in front of.", found.Span,
        "The clauses' order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, OFFSET, each at most once.");

    public static AdqlDiagnostic ReservedWordAsName(Token word) =>
        new("ADQL-202", $"{word.Text} is a reserved word and can't be a name as it stands.", word.Span, $"Write the name in double quotes: \"{word.Text.ToLowerInvariant()}\".");

    public static AdqlDiagnostic NotAQuery(Token found) => new("ADQL-203", "A query starts with SELECT or WITH.", found.Span,
        "SELECT TOP 10 * FROM a_table shows some rows; SELECT table_name FROM TAP_SCHEMA.tables lists the tables.");

    public static AdqlDiagnostic Limit(SourceSpan span) =>
        new("ADQL-204", "LIMIT is not ADQL.", span, "Write TOP and the number of rows behind SELECT; OFFSET n stands at the end of the query.");

    public static AdqlDiagnostic CrossJoin(SourceSpan span) => new("ADQL-205", "CROSS JOIN is not ADQL.", span, "Write a comma between the two tables.");

    public static AdqlDiagnostic JoinWithoutCondition(SourceSpan span) =>
        new("ADQL-206", "The join doesn't say which rows belong together.", span, "Add ON with a condition or USING with columns, or write NATURAL in front of JOIN.");

    public static AdqlDiagnostic NaturalJoinWithCondition(SourceSpan span) =>
        new("ADQL-207", "A NATURAL join has no ON or USING.", span, "Drop NATURAL, or drop the condition.");

    public static AdqlDiagnostic DerivedTableWithoutName(SourceSpan span) => new("ADQL-208", "A subquery in FROM needs a name.", span, "Add AS and a name behind it.");

    public static AdqlDiagnostic ScalarSubquery(SourceSpan span) =>
        new("ADQL-209", "A subquery can't be a value in ADQL.", span, "Subqueries stand in FROM, behind IN and behind EXISTS: FROM t, (SELECT MAX(x) AS most FROM t) AS m WHERE t.x = m.most.");

    public static AdqlDiagnostic ConditionAsValue(SourceSpan span) =>
        new("ADQL-210", "A condition stands here where a value is needed.", span, "ADQL has no boolean values; use the condition in WHERE, ON or HAVING.");

    public static AdqlDiagnostic ValueAsCondition(SourceSpan span, bool isGeometryPredicate) =>
        new("ADQL-211", "A value stands here where a condition is needed.", span, isGeometryPredicate ? "The function gives 1 or 0: compare it, = 1." : "Compare it with something.");

    public static AdqlDiagnostic StarWithOthers(SourceSpan span) =>
        new("ADQL-212", "A bare * must be the only entry of the select list.", span, "Write t.* with the table's name or alias in front.");

    public static AdqlDiagnostic CountTooLarge(Token number) => new("ADQL-213", $"The number of rows {number.Text} is too large.", number.Span);

    public static AdqlDiagnostic CaseExpression(SourceSpan span) => new("ADQL-214", "CASE is not ADQL.", span, ForeignWords.NoCondition);

    public static AdqlDiagnostic LikeEscape(SourceSpan span) => new("ADQL-215", "LIKE has no ESCAPE in ADQL.", span, "In a pattern % stands for any text and _ for one character, always.");

    public static AdqlDiagnostic SecondStatement(SourceSpan span) => new("ADQL-216", "Only one query can be asked at a time.", span, "End the query at the semicolon.");

    public static AdqlDiagnostic TooManyNameParts(SourceSpan span) => new("ADQL-217", "The name has too many parts.", span, "At most it is catalog.schema.table.column.");

    public static AdqlDiagnostic BooleanLiteral(Token word) =>
        new("ADQL-218", $"{word.Text} is not a value in ADQL.", word.Span, "Compare with 1 or 0, or with the text that the column holds.");

    public static AdqlDiagnostic NestedWith(SourceSpan span) => new("ADQL-219", "WITH can't stand inside a query.", span, "Move it in front of the first SELECT.");

    public static AdqlDiagnostic EmptyQuery(SourceSpan span) => new("ADQL-220", "The query is empty.", span);

    public static AdqlDiagnostic SecondComparison(SourceSpan span) =>
        new("ADQL-222", "A condition goes on here that is complete already.", span, "Write AND or OR between conditions: a < b AND b < c. The sign || joins texts.");

    private static string? HintFor(Token found) => found switch
    {
        { Kind: TokenKind.String } => "Names that need quotes are written in double quotes.",
        { Kind: TokenKind.ReservedWord } when !ReservedWords.IsOfClauses(found.Text) => $"A reserved word can be a name only in double quotes: \"{found.Text.ToLowerInvariant()}\".",
        _ => null,
    };
}
