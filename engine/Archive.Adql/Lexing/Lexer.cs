using System.Buffers;
using Archive.Adql.Diagnostics;
using Archive.Adql.Text;

namespace Archive.Adql.Lexing;

/// <summary>
/// Cuts a query's text into tokens (ADQL 2.1, appendix A, production <c>token</c>). Blanks and comments part tokens and are dropped. The last token is
/// always <see cref="TokenKind.End"/>.
/// </summary>
internal ref struct Lexer
{
    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly string text;
    private readonly AdqlOptions options;
    private readonly List<Token> tokens;
    private int position;
    private int line;
    private int lineStart;

    private Lexer(string text, AdqlOptions options)
    {
        this.text = text;
        this.options = options;
        tokens = new List<Token>(Math.Min(text.Length / 4, 4096) + 2);
        line = 1;
    }

    /// <exception cref="AdqlException">The text is too long, or has characters that no token is made of.</exception>
    public static List<Token> Read(string text, AdqlOptions options)
    {
        if (text.Length > options.MaximumLength) throw new AdqlException(text, [LimitMessages.QueryTooLong(text.Length, options.MaximumLength)]);
        var lexer = new Lexer(text, options);
        lexer.ReadAll();
        return lexer.tokens;
    }

    private void ReadAll()
    {
        while (SkipBlanks())
        {
            if (tokens.Count >= options.MaximumTokens) throw Error(LimitMessages.TooManyTokens(options.MaximumTokens, Place(1)));
            var character = text[position];
            if (char.IsAsciiLetter(character)) ReadWord();
            else if (char.IsAsciiDigit(character) || (character == '.' && char.IsAsciiDigit(Peek(1)))) ReadNumber();
            else if (character == '\'') ReadQuoted('\'', TokenKind.String);
            else if (character == '"') ReadQuoted('"', TokenKind.DelimitedIdentifier);
            else ReadSymbol(character);
        }

        Add(TokenKind.End, "", 0);
    }

    /// <summary>Goes on to the next token; false at the end of the text.</summary>
    private bool SkipBlanks()
    {
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character == '-' && Peek(1) == '-') position = EndOfLine();
            if (position == text.Length) return false;
            if (text[position] == '\n')
            {
                line++;
                lineStart = position + 1;
            }
            else if (text[position] is not (' ' or '\t' or '\r' or '\f' or '\v' or '\u00A0'))
            {
                return true;
            }
        }

        return false;
    }

    private readonly int EndOfLine()
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end;
    }

    private void ReadWord()
    {
        var length = WordLength(position);
        var written = text.AsSpan(position, length);
        if (ReservedWords.Find(written) is { } word) Add(TokenKind.ReservedWord, word, length);
        else Add(TokenKind.Identifier, written.ToString(), length);
    }

    private readonly int WordLength(int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
        return end - start;
    }

    private void ReadNumber()
    {
        if (text[position] == '0' && Peek(1) is 'x' or 'X' && char.IsAsciiHexDigit(Peek(2)))
        {
            ReadHexadecimal();
            return;
        }

        var end = SkipDigits(position);
        var isInteger = true;
        if (end < text.Length && text[end] == '.')
        {
            isInteger = false;
            end = SkipDigits(end + 1);
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
            var exponentEnd = SkipDigits(exponent);
            if (exponentEnd > exponent)
            {
                isInteger = false;
                end = exponentEnd;
            }
        }

        var trailing = WordLength(end);
        var length = end + trailing - position;
        var written = text.Substring(position, length);
        if (trailing > 0) throw Error(LexicalMessages.MalformedNumber(Clip(written), Place(length)));
        Add(isInteger ? TokenKind.Integer : TokenKind.Decimal, written, length);
    }

    /// <summary>unsigned_hexadecimal ::= 0x hex_digits</summary>
    private void ReadHexadecimal()
    {
        var length = WordLength(position);
        var written = text.Substring(position, length);
        if (written.AsSpan(2).ContainsAnyExcept(HexadecimalDigits)) throw Error(LexicalMessages.MalformedNumber(Clip(written), Place(length)));
        Add(TokenKind.Integer, written, length);
    }

    private readonly int SkipDigits(int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from])) from++;
        return from;
    }

    private void ReadQuoted(char quote, TokenKind kind)
    {
        var end = position + 1;
        var hasDoubled = false;
        while (true)
        {
            var found = text.IndexOf(quote, end);
            if (found < 0) throw Error(quote == '\'' ? LexicalMessages.UnterminatedString(Place(1)) : LexicalMessages.UnterminatedName(Place(1)));
            end = found + 1;
            if (end == text.Length || text[end] != quote) break;
            hasDoubled = true;
            end++;
        }

        var value = text.Substring(position + 1, end - position - 2);
        if (hasDoubled) value = quote == '\'' ? value.Replace("''", "'", StringComparison.Ordinal) : value.Replace("\"\"", "\"", StringComparison.Ordinal);
        if (value.Length == 0 && kind == TokenKind.DelimitedIdentifier) throw Error(LexicalMessages.EmptyName(Place(2)));
        var (start, startColumn) = (position, position - lineStart + 1);
        tokens.Add(new Token(kind, value, new SourceSpan(start, end - start, line, startColumn)));
        for (; position < end; position++)
        {
            if (text[position] != '\n') continue;
            line++;
            lineStart = position + 1;
        }
    }

    private void ReadSymbol(char character)
    {
        var next = Peek(1);
        if (character == '=' && next == '=') throw Error(LexicalMessages.DoubleEquals(Place(2)));
        if (character == '/' && next == '*') throw Error(LexicalMessages.BlockComment(Place(2)));
        if (character == '&' && next == '&') throw Error(LexicalMessages.OtherSign("&&", "AND", Place(2)));
        if (character == ':' && next == ':') throw Error(LexicalMessages.CastSign(Place(2)));
        if (character == '~' || (character == '!' && next == '~')) throw Error(LexicalMessages.RegularExpression(Place(character == '~' ? 1 : 2)));
        var symbol = (character, next) switch
        {
            ('<', '=') => "<=",
            ('<', '>') => "<>",
            ('>', '=') => ">=",
            ('!', '=') => "!=",
            ('|', '|') => "||",
            ('<', _) => "<",
            ('>', _) => ">",
            ('=', _) => "=",
            ('(', _) => "(",
            (')', _) => ")",
            (',', _) => ",",
            ('.', _) => ".",
            ('*', _) => "*",
            ('/', _) => "/",
            ('+', _) => "+",
            ('-', _) => "-",
            (';', _) => ";",
            _ => throw Error(LexicalMessages.UnexpectedCharacter(character, Place(1))),
        };
        Add(TokenKind.Symbol, symbol, symbol.Length);
    }

    private readonly char Peek(int distance) => position + distance < text.Length ? text[position + distance] : '\0';

    private readonly SourceSpan Place(int length) => new(position, length, line, position - lineStart + 1);

    private void Add(TokenKind kind, string value, int length)
    {
        tokens.Add(new Token(kind, value, Place(length)));
        position += length;
    }

    private readonly AdqlException Error(AdqlDiagnostic diagnostic) => new(text, [diagnostic]);

    private static string Clip(string written) => written.Length <= 40 ? written : string.Concat(written.AsSpan(0, 40), "...");
}
