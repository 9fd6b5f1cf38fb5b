using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;
using Archive.Adql.Syntax;

namespace Archive.Adql.Parsing;

/// <summary>The error for a token that can't follow: where another dialect of SQL was meant, it says what ADQL writes.</summary>
internal sealed partial class Parser
{
    private Token Previous => tokens[Math.Max(index - 1, 0)];

    private AdqlException Expected(string what) => Error(Foreign() ?? ForeignAt(what) ?? (what == EndOfQuery && IsClause(Current) ? SyntaxMessages.ClauseOutOfOrder(Current) : SyntaxMessages.Expected(what, Current)));

    private const string EndOfQuery = "the end of the query", AValue = "a value", AComparison = "a comparison", WholeNumberOfRows = "a whole number of rows";

    private AdqlDiagnostic? Foreign() => Current switch
    {
        { Kind: TokenKind.Identifier } word when IsWord(word, "limit") => SyntaxMessages.Limit(word.Span),
        { Kind: TokenKind.Identifier } word when IsWord(word, "nulls") => DialectMessages.NullsOrder(word.Span),
        { Kind: TokenKind.Identifier } word when IsWord(word, "regexp") || IsWord(word, "rlike") || IsWord(word, "similar") => DialectMessages.RegularExpression(word.Text.ToUpperInvariant(), word.Span),
        { Kind: TokenKind.Integer } when IsWord(Previous, "limit") => SyntaxMessages.Limit(Previous.Span.To(Current.Span)),
        { Kind: TokenKind.Symbol, Text: "(" } when IsWord(Previous, "over") => DialectMessages.Window(Previous.Span),
        { Kind: TokenKind.ReservedWord, Text: ReservedWords.Select } when IsWord(Previous, "minus") => DialectMessages.Minus(Previous.Span),
        { Kind: TokenKind.ReservedWord } word => ForeignWord(word),
        _ => null,
    };

    /// <summary>What is wrong only where something else can't but follow.</summary>
    private AdqlDiagnostic? ForeignAt(string what) => what switch
    {
        ReservedWords.From when Current.Kind == TokenKind.End => SyntaxMessages.Expected(what, Current, "A value that needs no table can be selected from any: SELECT TOP 1 x FROM TAP_SCHEMA.tables."),
        ReservedWords.Null => SyntaxMessages.Expected(what, Current, "Behind IS stands NULL or NOT NULL; = and <> compare values, and NOT LIKE patterns."),
        WholeNumberOfRows when At("(") => SyntaxMessages.Expected(what, Current, "Write the number without parentheses: TOP 10."),
        AValue when At("*") && Previous.Is("*") => DialectMessages.Phrase("**", "Write POWER(x, y).", Previous.Span.To(Current.Span)),
        AValue when ComparisonOperator(Current) is not null && ComparisonOperator(Previous) is not null =>
            DialectMessages.Phrase(Previous.Text + Current.Text, "The comparisons are =, <>, <, <=, > and >=.", Previous.Span.To(Current.Span)),
        EndOfQuery or "')'" when AtPredicate() && !At(ReservedWords.Not) => SyntaxMessages.SecondComparison(Current.Span),
        EndOfQuery or "')'" when Current.Kind == TokenKind.String && Previous is { Kind: TokenKind.Identifier, Text.Length: 1 } letter && letter.Span.End == Current.Span.Offset =>
            DialectMessages.Phrase(letter.Text + " in front of a text", "Write the text in single quotes alone.", letter.Span.To(Current.Span)),
        EndOfQuery when (IsWord(Previous, "qualify") || IsWord(Previous, "tablesample")) && ForeignWords.ForPhrase(Previous.Text) is { } hint =>
            DialectMessages.Phrase(Previous.Text.ToUpperInvariant(), hint, Previous.Span),
        AComparison when At("CONTAINS") => DialectMessages.Phrase("CONTAINS between two values", "Write LIKE '%part%' to look for a part of a text.", Current.Span),
        AValue when Current.Text is "ANY" or "SOME" or "ALL" && Next.Is("(") && ForeignWords.ForPhrase(Current.Text) is { } hint => DialectMessages.Phrase(Current.Text + " in front of a subquery", hint, Current.Span),
        _ when Current.Kind is TokenKind.Identifier or TokenKind.ReservedWord && ForeignWords.ForPhrase(Current.Text) is { } hint => DialectMessages.Phrase(Current.Text.ToUpperInvariant(), hint, Current.Span),
        _ => null,
    };

    private AdqlDiagnostic? ForeignWord(Token word) => word.Text switch
    {
        ReservedWords.Cross => SyntaxMessages.CrossJoin(word.Span),
        ReservedWords.Case => SyntaxMessages.CaseExpression(word.Span),
        ReservedWords.Escape => SyntaxMessages.LikeEscape(word.Span),
        ReservedWords.With => SyntaxMessages.NestedWith(word.Span),
        ReservedWords.True or ReservedWords.False => SyntaxMessages.BooleanLiteral(word),
        "FETCH" => DialectMessages.FetchFirst(word.Span),
        "CURRENT_DATE" or "CURRENT_TIME" or "CURRENT_TIMESTAMP" => DialectMessages.CurrentTime(word.Text, word.Span),
        "DATE" or "TIME" or "TIMESTAMP" when Next.Kind == TokenKind.String => DialectMessages.TypedLiteral(word.Text, Next.Text, word.Span.To(Next.Span)),
        "INTERVAL" => DialectMessages.Interval(word.Span),
        var name when Next.Is("(") && ForeignWords.ForFunction(name) is { } hint => DialectMessages.FunctionWord(name, hint, word.Span),
        _ => null,
    };

    /// <summary>Arguments as other dialects write them, which end where ours can't.</summary>
    private void RefuseForeignArguments(Identifier name)
    {
        if (name.Text == "SUBSTRING" && At(ReservedWords.From) && Next.Kind == TokenKind.Integer)
            throw Error(DialectMessages.Phrase("SUBSTRING with FROM and FOR", "Write SUBSTRING(text, start, length).", Current.Span));
        if ((AtPredicate() || At(ReservedWords.As)) && ForeignWords.ForFunction(name.Text) is { } hint) throw Error(DialectMessages.FunctionWord(name.Text.ToUpperInvariant(), hint, name.Span));
        if (AtPredicate()) throw Error(SyntaxMessages.ConditionAsValue(Current.Span));
    }

    private static AdqlDiagnostic NotACondition(ValueExpression value) => value is FunctionCall call && ForeignWords.ForFunction(call.Name.Text) is { } hint
        ? DialectMessages.FunctionWord(call.Name.Text.ToUpperInvariant(), hint, call.Name.Span)
        : SyntaxMessages.ValueAsCondition(value.Span, value is FunctionCall { Name.Text: "CONTAINS" or "INTERSECTS" });

    /// <summary>The error for a text that begins with something else than a query.</summary>
    private AdqlException NotAQuery() => Error(Current.Text.ToUpperInvariant() switch
    {
        _ when Current.Kind is not (TokenKind.Identifier or TokenKind.ReservedWord) => SyntaxMessages.NotAQuery(Current),
        var word and ("INSERT" or "UPDATE" or "DELETE" or "MERGE" or "CREATE" or "DROP" or "ALTER" or "TRUNCATE" or "GRANT" or "REVOKE" or "COPY" or "ATTACH" or "PRAGMA" or "SET" or "CALL" or "EXEC"
            or "EXECUTE" or "BEGIN" or "COMMIT" or "ROLLBACK") => DialectMessages.ReadsOnly(word, Current.Span),
        var word and ("DESCRIBE" or "DESC" or "SHOW") => DialectMessages.Describe(word, Current.Span),
        var word and "EXPLAIN" => DialectMessages.Phrase(word, "Ask the SELECT alone; the program's 'archive explain' shows how a query is understood and run.", Current.Span),
        _ => SyntaxMessages.NotAQuery(Current),
    });

    private static bool IsClause(Token token) => token.Kind == TokenKind.ReservedWord
        && token.Text is ReservedWords.From or ReservedWords.Where or ReservedWords.Group or ReservedWords.Having or ReservedWords.Order or ReservedWords.Offset;

    private static bool IsWord(Token token, string word) => token.Kind == TokenKind.Identifier && token.Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
