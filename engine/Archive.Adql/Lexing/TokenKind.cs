namespace Archive.Adql.Lexing;

/// <summary>What a token is; its value in <see cref="Token.Text"/> is said with each.</summary>
internal enum TokenKind : byte
{
    /// <summary>Behind the last token.</summary>
    End,

    /// <summary>regular_identifier; the text as written.</summary>
    Identifier,

    /// <summary>delimited_identifier; the text between the quotes, doubled quotes made single.</summary>
    DelimitedIdentifier,

    /// <summary>keyword; the word in upper case, always the same string object for the same word.</summary>
    ReservedWord,

    /// <summary>character_string_literal; the text between the quotes, doubled quotes made single.</summary>
    String,

    /// <summary>unsigned_decimal or unsigned_hexadecimal; the digits, the latter's behind 0x.</summary>
    Integer,

    /// <summary>Any other unsigned_numeric_literal; the text as written.</summary>
    Decimal,

    /// <summary>Anything else; the sign itself, always the same string object for the same sign.</summary>
    Symbol,
}
