using System.Collections.Frozen;

namespace Archive.Adql.Lexing;

/// <summary>
/// The words that can't be names without quotes: SQL's and ADQL's own (ADQL 2.1, section 2.1.2), from <c>reserved-words.tsv</c>.
/// Those that the grammar uses have a constant here.
/// </summary>
internal static class ReservedWords
{
    public const string
        All = "ALL", And = "AND", As = "AS", Asc = "ASC", Avg = "AVG", Between = "BETWEEN", BigInt = "BIGINT", Box = "BOX", By = "BY",
        Case = "CASE", Cast = "CAST", Char = "CHAR", Circle = "CIRCLE", Count = "COUNT", Cross = "CROSS", Desc = "DESC", Distinct = "DISTINCT",
        Double = "DOUBLE", Escape = "ESCAPE", Except = "EXCEPT", Exists = "EXISTS", False = "FALSE", From = "FROM", Full = "FULL", Group = "GROUP",
        Having = "HAVING", ILike = "ILIKE", In = "IN", Inner = "INNER", Integer = "INTEGER", Intersect = "INTERSECT", Is = "IS", Join = "JOIN",
        Left = "LEFT", Like = "LIKE", Max = "MAX", Min = "MIN", Natural = "NATURAL", Not = "NOT", Null = "NULL", Offset = "OFFSET", On = "ON",
        Or = "OR", Order = "ORDER", Outer = "OUTER", Point = "POINT", Polygon = "POLYGON", Precision = "PRECISION", Real = "REAL", Right = "RIGHT",
        Select = "SELECT", SmallInt = "SMALLINT", Sum = "SUM", Timestamp = "TIMESTAMP", Top = "TOP", True = "TRUE", Union = "UNION", Using = "USING",
        Varchar = "VARCHAR", Where = "WHERE", With = "WITH";

    private static readonly FrozenDictionary<string, string> Words = Read();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that clauses and operators are made of. Where one of them stands in the wrong place it was hardly meant as a name.</summary>
    private static readonly FrozenSet<string> ClauseWords = FrozenSet.Create(StringComparer.Ordinal,
        And, As, Asc, Between, By, Desc, Except, Exists, From, Full, Group, Having, ILike, In, Inner, Intersect, Is, Join, Left, Like, Natural, Not, Null, Offset, On, Or,
        Order, Outer, Right, Select, Union, Using, Where, With);

    public static bool IsOfClauses(string word) => ClauseWords.Contains(word);

    public static IEnumerable<string> List => Words.Keys;

    /// <summary>The word in upper case if the text is one in any case; else null.</summary>
    public static string? Find(ReadOnlySpan<char> text) => BySpan.TryGetValue(text, out var word) ? word : null;

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(ReservedWords).Assembly.GetManifestResourceStream("reserved-words.tsv")
            ?? throw new InvalidOperationException("The list of reserved words is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            // Interned, so that comparing with the constants above is comparing references.
            var word = string.Intern(line[..line.IndexOf('\t', StringComparison.Ordinal)]);
            words.Add(word, word);
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
