namespace Archive.Adql.Resolution.Names;

/// <summary>Finds what a mistyped name was probably meant to be.</summary>
public static class NearestName
{
    private const int LongestName = 64;

    /// <summary>The candidate that the fewest changed, added or dropped letters make of the name; null where all are too far.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName) return null;
        var allowed = name.Length switch { <= 2 => 0, <= 5 => 1, _ => 2 };
        var (nearest, least) = (default(string), allowed + 1);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= least || candidate.Length > LongestName) continue;
            var distance = EditDistance(name, candidate);
            if (distance < least) (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance, case ignored.</summary>
    private static int EditDistance(string first, string second)
    {
        Span<int> row = stackalloc int[second.Length + 1];
        for (var j = 0; j <= second.Length; j++) row[j] = j;
        for (var i = 1; i <= first.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var substituted = diagonal + (char.ToUpperInvariant(first[i - 1]) == char.ToUpperInvariant(second[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[second.Length];
    }
}
