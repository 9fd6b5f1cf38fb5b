namespace Archive.Adql.Lexing;

/// <summary>How names are written in a query (ADQL 2.1, section 2.1.3).</summary>
public static class Identifiers
{
    /// <summary>The name as a query must spell it: as it is where it is a regular identifier, in double quotes otherwise.</summary>
    public static string AsWritten(string name) => IsRegular(name) ? name : "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A letter, then letters, digits and underscores, all ASCII; and no reserved word.</summary>
    private static bool IsRegular(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') && ReservedWords.Find(name) is null;
}
