using Archive.Adql.Text;

namespace Archive.Adql.Lexing;

/// <summary>One token of a query (ADQL 2.1, appendix A, production <c>token</c>).</summary>
internal readonly record struct Token(TokenKind Kind, string Text, SourceSpan Span)
{
    /// <summary>Is it this reserved word or this sign?</summary>
    public bool Is(string wordOrSymbol) => Kind is TokenKind.ReservedWord or TokenKind.Symbol && Text == wordOrSymbol;

    public bool IsIdentifier => Kind is TokenKind.Identifier or TokenKind.DelimitedIdentifier;

    /// <summary>How the token looks in a message.</summary>
    public string Display => Kind switch
    {
        TokenKind.End => "the end of the query",
        TokenKind.ReservedWord => $"the reserved word {Text}",
        TokenKind.String => $"the text '{Clip(Text)}'",
        TokenKind.DelimitedIdentifier => $"the name \"{Clip(Text)}\"",
        TokenKind.Identifier => $"the name {Clip(Text)}",
        TokenKind.Integer or TokenKind.Decimal => $"the number {Clip(Text)}",
        _ => $"'{Text}'",
    };

    private static string Clip(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "...");
}
