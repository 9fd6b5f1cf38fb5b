using System.Text.RegularExpressions;
using Archive.Adql.Diagnostics;

namespace Archive.Adql.Tests;

/// <summary>Each requirement of the standard has its cases, and tests' README shows how many.</summary>
public sealed partial class RequirementTests
{
    private const string Project = "Archive.Adql.Tests";

    private static readonly RequirementMatrix Matrix = new(Project, "requirements of ADQL", "taken", "refused");

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
        Matrix.CheckReadme(Cases(), CaseFile.IsUpdate);
    }

    [Fact]
    public void No_requirement_is_without_a_case() => Matrix.RequireTests(Cases());

    /// <summary>How many cases each requirement has: queries taken and queries refused. A number in brackets in a comment holds until the next comment that has one.</summary>
    private static Dictionary<string, int[]> Cases()
    {
        var counts = new Dictionary<string, int[]>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "tests", Project, "Cases"), "*.cases"))
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
                        if (!counts.TryGetValue(tag, out var count)) counts.Add(tag, count = [0, 0]);
                        count[line[0] == '!' ? 1 : 0]++;
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

    [GeneratedRegex(@"\[([AGSX]\d+)\]")]
    private static partial Regex Tag();
}
