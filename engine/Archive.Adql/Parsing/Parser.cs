using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Adql.Lexing;
using Archive.Adql.Syntax;
using Archive.Adql.Text;

namespace Archive.Adql.Parsing;

/// <summary>
/// Builds the syntax tree by recursive descent after the BNF of ADQL 2.1, appendix A: one method a production, named after it. Nothing is looked up and no
/// meaning is given here. The first error ends the parse. This file holds the way through the tokens; the productions are in the other parts.
/// </summary>
internal sealed partial class Parser
{
    private readonly string text;
    private readonly AdqlOptions options;
    private readonly List<Token> tokens;
    private int[]? closingParentheses;
    private int index;
    private int depth;
    private int operators;

    private Parser(string text, AdqlOptions options)
    {
        this.text = text;
        this.options = options;
        tokens = Lexer.Read(text, options);
    }

    private Token Current => tokens[index];

    private Token Next => tokens[Math.Min(index + 1, tokens.Count - 1)];

    /// <exception cref="AdqlException">The text is not a query; carries one diagnostic.</exception>
    public static QuerySpecification Parse(string text, AdqlOptions options) => new Parser(text, options).QuerySpecification();

    private bool At(string wordOrSymbol) => Current.Is(wordOrSymbol);

    private bool Accept(string wordOrSymbol)
    {
        if (!Current.Is(wordOrSymbol)) return false;
        index++;
        return true;
    }

    private Token Take() => tokens[index++];

    private Token Expect(string wordOrSymbol) => At(wordOrSymbol) ? Take() : throw Expected(char.IsAsciiLetter(wordOrSymbol[0]) ? wordOrSymbol : $"'{wordOrSymbol}'");

    /// <summary>The place from a token to the last one taken.</summary>
    private SourceSpan From(SourceSpan start) => start.To(tokens[index - 1].Span);

    /// <summary>identifier</summary>
    private Identifier Identifier(string what)
    {
        if (Current.IsIdentifier) return ToIdentifier(Take());
        throw Current.Kind == TokenKind.ReservedWord && !ReservedWords.IsOfClauses(Current.Text) ? Error(SyntaxMessages.ReservedWordAsName(Current)) : Expected(what);
    }

    private static Identifier ToIdentifier(Token token) => new(token.Text, token.Kind == TokenKind.DelimitedIdentifier, token.Span);

    /// <summary>unsigned_decimal where it counts rows.</summary>
    private long RowCount()
    {
        if (Current.Kind != TokenKind.Integer) throw Expected(WholeNumberOfRows);
        if (!long.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) throw Error(SyntaxMessages.CountTooLarge(Current));
        index++;
        return count;
    }

    private void Enter()
    {
        if (++depth > options.MaximumNesting) throw Error(LimitMessages.NestedTooDeeply(options.MaximumNesting, Current.Span));
    }

    private void Leave() => depth--;

    /// <summary>Counts what makes the tree deeper without nesting in the text.</summary>
    private void CountOperator()
    {
        if (++operators > options.MaximumOperators) throw Error(LimitMessages.TooManyOperators(options.MaximumOperators, Current.Span));
    }

    /// <summary>Does the parenthesis at this token open a subquery, rather than a joined table or a value?</summary>
    private bool OpensSubquery(int at)
    {
        // Of ((SELECT ...) AS a JOIN b ...) only what follows the inner query tells that it isn't a subquery.
        for (var inner = at; tokens[inner].Is("("); inner++)
        {
            if (inner > at && !ContinuesQuery(Closing(inner) + 1)) return false;
            if (inner - at > options.MaximumNesting) return false;
            if (tokens[inner + 1].Is(ReservedWords.Select) || tokens[inner + 1].Is(ReservedWords.With)) return true;
        }

        return false;
    }

    private bool ContinuesQuery(int at) => at < tokens.Count && tokens[at].Kind is TokenKind.Symbol or TokenKind.ReservedWord
        && tokens[at].Text is ")" or ReservedWords.Union or ReservedWords.Except or ReservedWords.Intersect or ReservedWords.Order or ReservedWords.Offset;

    /// <summary>Index of the parenthesis that closes the one at this token; beyond the last token if there is none.</summary>
    private int Closing(int opening)
    {
        if (closingParentheses is null)
        {
            closingParentheses = new int[tokens.Count];
            var open = new Stack<int>();
            for (var i = 0; i < tokens.Count; i++)
            {
                closingParentheses[i] = tokens.Count;
                if (tokens[i].Is("(")) open.Push(i);
                else if (tokens[i].Is(")") && open.TryPop(out var start)) closingParentheses[start] = i;
            }
        }

        return closingParentheses[opening];
    }

    private AdqlException Error(AdqlDiagnostic diagnostic) => new(text, [diagnostic]);
}
