using System.Globalization;
using System.Text;
using Xunit;

namespace Archive.Testing;

/// <summary>
/// What a standard and its clients require, and how many tests hold each of it: the list <c>Cases/requirements.tsv</c> of a project of tests, and a table in tests' README that is
/// made of it. A line of the list is a number, the requirement and, where it isn't simply held, what is said instead.
/// </summary>
/// <param name="project">The project of tests.</param>
/// <param name="section">Name of the section that holds the table.</param>
/// <param name="counted">What is counted: the names of the table's columns of numbers.</param>
public sealed class RequirementMatrix(string project, string section, params string[] counted)
{
    /// <summary>How the state of a requirement begins that is optional and has no tests.</summary>
    private const string NotOffered = "not offered";

    private readonly List<(string Number, string Text, string? Exception)> requirements =
    [
        .. File.ReadLines(Path.Combine(SharedData.RepositoryRoot, "tests", project, "Cases", "requirements.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(fields => (fields[0], fields[1], fields.ElementAtOrDefault(2))),
    ];

    /// <summary>Holds that each requirement has a test, or is said not to be offered, and that no test holds one that isn't in the list.</summary>
    /// <param name="counts">By the requirement's number: how many tests, one number a column.</param>
    public void RequireTests(IReadOnlyDictionary<string, int[]> counts)
    {
        Assert.Equal(requirements.Count, requirements.DistinctBy(requirement => requirement.Number).Count());
        Assert.All(requirements, requirement => Assert.True(counts.ContainsKey(requirement.Number) || requirement.Exception?.StartsWith(NotOffered, StringComparison.Ordinal) == true,
            $"{requirement.Number} ({requirement.Text}) has no test."));
        Assert.All(counts.Keys, number => Assert.Contains(requirements, requirement => requirement.Number == number));
    }

    /// <summary>Holds that the table in the README is true, or writes it anew.</summary>
    public void CheckReadme(IReadOnlyDictionary<string, int[]> counts, bool isUpdate)
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"| | requirement | {string.Join(" | ", counted)} | state |\n|---|---|{string.Concat(Enumerable.Repeat("---:|", counted.Length))}---|\n");
        foreach (var (number, text, exception) in requirements)
        {
            var numbers = counts.GetValueOrDefault(number) ?? new int[counted.Length];
            table.Append(CultureInfo.InvariantCulture, $"| {number} | {text} | {string.Join(" | ", numbers)} | {exception ?? (numbers.Sum() > 0 ? "holds" : "no test")} |\n");
        }

        GeneratedSection.Check("tests/README.md", section, table.ToString(), isUpdate);
    }
}
