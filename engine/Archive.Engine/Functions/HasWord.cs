using System.Text;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions;

/// <summary>INTEGER of (haystack, needle): 1 where every word of the needle is a word of the haystack (<see cref="EnglishWords"/>); a needle without words is in any.</summary>
internal sealed class HasWord : ScalarFunction
{
    public override string Name => "ivo_hasword";

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Varchar, DuckDbType.Varchar];

    public override SqlType ReturnType => DuckDbType.Integer;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var haystacks = arguments[0];
        var needles = arguments[1];
        var found = result.Values<int>();
        // The needle is nearly always the same in all rows.
        byte[]? needle = null;
        HashSet<string> wanted = [];
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (haystacks.IsNull(row) || needles.IsNull(row)) continue;
            if (needle is null || !needles.Bytes(row).SequenceEqual(needle))
            {
                needle = needles.Bytes(row).ToArray();
                wanted = [.. EnglishWords.Stems(Encoding.UTF8.GetString(needle))];
            }

            found[row] = HasAll(haystacks.Text(row)!, wanted) ? 1 : 0;
        }
    }

    private static bool HasAll(string haystack, HashSet<string> wanted)
    {
        if (wanted.Count == 0) return true;
        var missing = new HashSet<string>(wanted);
        foreach (var word in EnglishWords.Stems(haystack))
        {
            if (missing.Remove(word) && missing.Count == 0) return true;
        }

        return false;
    }
}
