using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;

namespace Archive.Adql.Parsing;

/// <summary>The error for a token that can't follow: where another dialect of SQL was meant, it says what ADQL writes.</summary>
internal sealed partial class Parser
{
    private Token Previous => tokens[Math.Max(index - 1, 0)];

    private AdqlException Expected(string what) => Error(Foreign() ?? (what == EndOfQuery && IsClause(Current) ? SyntaxMessages.ClauseOutOfOrder(Current) : SyntaxMessages.Expected(what, Current)));

    private const string EndOfQuery = "the end of the query";

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

    /// <summary>The error for a text that begins with something else than a query.</summary>
    private AdqlException NotAQuery() => Error(Current.Text.ToUpperInvariant() switch
    {
        _ when Current.Kind is not (TokenKind.Identifier or TokenKind.ReservedWord) => SyntaxMessages.NotAQuery(Current),
        var word and ("INSERT" or "UPDATE" or "DELETE" or "MERGE" or "CREATE" or "DROP" or "ALTER" or "TRUNCATE" or "GRANT" or "REVOKE" or "COPY" or "ATTACH" or "PRAGMA" or "SET" or "CALL" or "EXEC"
            or "EXECUTE" or "BEGIN" or "COMMIT" or "ROLLBACK") => DialectMessages.ReadsOnly(word, Current.Span),
        var word and ("DESCRIBE" or "DESC" or "SHOW" or "EXPLAIN") => DialectMessages.Describe(word, Current.Span),
        _ => SyntaxMessages.NotAQuery(Current),
    });

    private static bool IsClause(Token token) => token.Kind == TokenKind.ReservedWord
        && token.Text is ReservedWords.From or ReservedWords.Where or ReservedWords.Group or ReservedWords.Having or ReservedWords.Order or ReservedWords.Offset;

    private static bool IsWord(Token token, string word) => token.Kind == TokenKind.Identifier && token.Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
