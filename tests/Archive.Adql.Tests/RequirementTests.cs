using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Adql.Diagnostics;

namespace Archive.Adql.Tests;

/// <summary>Each requirement of the standard has its cases, and tests' README shows how many.</summary>
public sealed partial class RequirementTests
{
    private const string Begin = "<!-- requirements -->", End = "<!-- end of requirements -->";

    [Fact]
    public void What_must_be_taken_is_taken_and_what_must_be_refused_is_refused() => CaseFile.Check("requirements.cases", "=$:!", query =>
    {
        try
        {
            return TranslationTests.Show(AdqlCompiler.Compile(query, ObservationTables.All, AdqlOptions.Default));
        }
        catch (AdqlException error)
        {
            return DiagnosticTests.Show(error);
        }
    });

    /// <summary>Where ADQL_UPDATE_CASES is set the matrix is written anew.</summary>
    [Fact]
    public void The_matrix_in_the_README_is_true()
    {
        // New cases have their lines to be counted by only once they were written.
        if (CaseFile.IsUpdate) What_must_be_taken_is_taken_and_what_must_be_refused_is_refused();
        var path = Path.Combine(SharedData.RepositoryRoot, "tests", "README.md");
        var readme = File.ReadAllText(path);
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        Assert.InRange(begin, Begin.Length, end);
        var matrix = Matrix();
        if (CaseFile.IsUpdate) File.WriteAllText(path, readme[..begin] + matrix + readme[end..]);
        else Assert.Equal(matrix, readme[begin..end]);
    }

    [Fact]
    public void No_requirement_is_without_a_case()
    {
        var cases = Cases();
        Assert.All(Requirements(), requirement => Assert.True(cases.ContainsKey(requirement.Id), $"{requirement.Id} ({requirement.Text}) has no case"));
        Assert.All(cases.Keys, id => Assert.Contains(Requirements(), requirement => requirement.Id == id));
    }

    private static string Matrix()
    {
        var cases = Cases();
        var text = new StringBuilder("\n\n| | requirement | taken | refused | state |\n|---|---|---:|---:|---|\n");
        foreach (var (id, requirement) in Requirements())
        {
            var (taken, refused) = cases.GetValueOrDefault(id);
            text.Append(CultureInfo.InvariantCulture, $"| {id} | {requirement} | {taken} | {refused} | {(taken + refused > 0 ? "holds" : "no case")} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static List<(string Id, string Text)> Requirements() =>
        [.. File.ReadLines(CasePath("requirements.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')).Select(fields => (fields[0], fields[1]))];

    /// <summary>How many cases each requirement has: queries taken and queries refused. A number in brackets in a comment holds until the next comment that has one.</summary>
    private static Dictionary<string, (int Taken, int Refused)> Cases()
    {
        var counts = new Dictionary<string, (int Taken, int Refused)>();
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(CasePath("requirements.tsv"))!, "*.cases"))
        {
            string[] tags = [];
            var isInCase = false;
            foreach (var line in File.ReadLines(path).Append(""))
            {
                if (line.StartsWith("# ", StringComparison.Ordinal))
                {
                    var found = Tag().Matches(line).Select(match => match.Groups[1].Value).ToArray();
                    if (found.Length > 0) tags = found;
                }
                else if (line.Length > 1 && line[1] == ' ' && line[0] is '=' or '!' or '&' && !isInCase)
                {
                    isInCase = true;
                    foreach (var tag in tags)
                    {
                        var (taken, refused) = counts.GetValueOrDefault(tag);
                        counts[tag] = line[0] == '!' ? (taken, refused + 1) : (taken + 1, refused);
                    }
                }
                else if (line.Length == 0)
                {
                    isInCase = false;
                }
            }
        }

        return counts;
    }

    private static string CasePath(string name) => Path.Combine(SharedData.RepositoryRoot, "tests", "Archive.Adql.Tests", "Cases", name);

    [GeneratedRegex(@"\[([AGSX]\d+)\]")]
    private static partial Regex Tag();
}
