using System.Text.RegularExpressions;

namespace Archive.Testing;

/// <summary>Counts the tests that say in their summary which requirements they hold: <c>[U7] [T9]</c> in front of a test's words, or in a line of text of a client's script.</summary>
public static partial class TaggedTests
{
    /// <summary>How many tests hold each requirement, over all projects of tests.</summary>
    /// <param name="letters">The first letters of the numbers that are looked for.</param>
    public static Dictionary<string, int[]> Count(string letters)
    {
        var counts = new Dictionary<string, int[]>();
        var root = Path.Combine(SharedData.RepositoryRoot, "tests");
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(IsSource))
        {
            var tags = Path.GetExtension(path) == ".cs" ? OfTests(File.ReadLines(path)) : OfScript(File.ReadLines(path));
            foreach (var number in tags.Where(number => letters.Contains(number[0])))
            {
                if (!counts.TryGetValue(number, out var count)) counts.Add(number, count = [0]);
                count[0]++;
            }
        }

        return counts;
    }

    private static bool IsSource(string path) =>
        Path.GetExtension(path) is ".cs" or ".py" && !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    /// <summary>The tags in the summaries of methods that are tests; what other members say is no test.</summary>
    private static IEnumerable<string> OfTests(IEnumerable<string> lines)
    {
        var tags = new HashSet<string>();
        var isTest = false;
        foreach (var line in lines.Select(line => line.TrimStart()))
        {
            if (line.StartsWith("///", StringComparison.Ordinal))
            {
                tags.UnionWith(TagsIn(line));
            }
            else if (line.StartsWith('['))
            {
                isTest |= TestAttribute().IsMatch(line);
            }
            else
            {
                if (isTest)
                {
                    foreach (var tag in tags) yield return tag;
                }

                tags.Clear();
                isTest = false;
            }
        }
    }

    private static IEnumerable<string> OfScript(IEnumerable<string> lines) =>
        lines.Where(line => line.TrimStart().StartsWith("\"\"\"", StringComparison.Ordinal)).SelectMany(TagsIn);

    private static IEnumerable<string> TagsIn(string line) => Tag().Matches(line).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\[([A-Z]\d+)\]")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\[(Skippable)?(Fact|Theory)\b")]
    private static partial Regex TestAttribute();
}
