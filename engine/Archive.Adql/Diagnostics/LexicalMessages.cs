using System.Globalization;
using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>What can be wrong with the characters of a query: ADQL-1xx.</summary>
internal static class LexicalMessages
{
    public static AdqlDiagnostic UnexpectedCharacter(char character, SourceSpan span) => new("ADQL-101",
        string.Create(CultureInfo.InvariantCulture, $"The character {Show(character)} means nothing in ADQL."), span, character switch
        {
            '`' or '[' or ']' => "A name that needs quotes is written in double quotes.",
            '&' or '^' or '~' => "ADQL has no operators on bits; POWER(x, y) is the power.",
            '{' or '}' => "A time is written as text: '2009-01-31T23:59:59'.",
            '?' or ':' or '$' or '@' => "ADQL has no parameters: write the value itself.",
            '#' => "A comment runs from -- to the end of the line.",
            '!' => "Write <> or != for not equal, and NOT in front of a condition.",
            '|' => "Write || to join texts, and OR between conditions.",
            '\u2018' or '\u2019' or '\u201C' or '\u201D' => "Typographic quotes were pasted in: write text in straight single quotes.",
            '%' => "Write MOD(x, y) for the remainder of a division.",
            '_' => "A name starts with a letter; write one that doesn't in double quotes.",
            > '\u007F' when char.IsLetter(character) => "A name with letters beyond A to Z is written in double quotes.",
            _ => null,
        });

    public static AdqlDiagnostic UnterminatedString(SourceSpan span) =>
        new("ADQL-102", "The text that starts here has no closing quote.", span, "A quote inside a text is written twice: 'it''s'.");

    public static AdqlDiagnostic UnterminatedName(SourceSpan span) =>
        new("ADQL-103", "The quoted name that starts here has no closing quote.", span, "Text is written in single quotes, names in double quotes.");

    public static AdqlDiagnostic EmptyName(SourceSpan span) =>
        new("ADQL-104", "A quoted name must not be empty.", span, "Empty text is written in single quotes: ''.");

    public static AdqlDiagnostic MalformedNumber(string text, SourceSpan span) =>
        new("ADQL-105", $"{text} is neither a number nor a name.", span, "Numbers look like 12, 12.5, .5 or 1.2E-3; a blank parts a number from a word.");

    public static AdqlDiagnostic DoubleEquals(SourceSpan span) => new("ADQL-106", "ADQL has no operator ==.", span, "Write =.");

    public static AdqlDiagnostic BlockComment(SourceSpan span) =>
        new("ADQL-107", "ADQL has no comments of this form.", span, "A comment runs from -- to the end of the line.");


    public static AdqlDiagnostic OtherSign(string sign, string adql, SourceSpan span) => new("ADQL-108", $"ADQL has no operator {sign}.", span, $"Write {adql}.");

    public static AdqlDiagnostic CastSign(SourceSpan span) => new("ADQL-109", "ADQL has no casts with ::.", span, "Write CAST(x AS type).");

    public static AdqlDiagnostic RegularExpression(SourceSpan span) =>
        new("ADQL-110", "ADQL has no regular expressions.", span, "LIKE and ILIKE know % for any text and _ for one character.");

    private static string Show(char character) => char.IsControl(character) || char.IsSurrogate(character)
        ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}") : $"'{character}'";
}
