using System.Globalization;
using System.Text;
using Xunit;

namespace Archive.Testing;

/// <summary>
/// A file of cases: blocks parted by empty lines, each a query and then, on lines that begin with a mark and a blank, what is expected of it. Lines that begin with # are
/// comments. Where the variable ADQL_UPDATE_CASES is set, a file is written anew with what came out, to be read in the diff before it is committed.
/// </summary>
public static class CaseFile
{
    public sealed record Case(int Line, string Query, string Expected);

    public static bool IsUpdate => Environment.GetEnvironmentVariable("ADQL_UPDATE_CASES") is { Length: > 0 };

    public static IReadOnlyList<Case> Read(string name, string marks = "") => [.. Blocks(name).Where(block => block.Query.Length > 0).Select(block => ToCase(block, marks))];

    /// <summary>Checks all cases of a file; what comes out must be the lines that are expected.</summary>
    public static void Check(string name, string marks, Func<string, string> actual)
    {
        if (IsUpdate) Update(name, marks, actual);
        var wrong = new StringBuilder();
        foreach (var item in Read(name, marks))
        {
            var found = actual(item.Query);
            if (found != item.Expected) wrong.Append(CultureInfo.InvariantCulture, $"{name}:{item.Line}: {item.Query}\nexpected\n{item.Expected}\nbut got\n{found}\n\n");
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static Case ToCase((int Line, string Query) block, string marks)
    {
        var lines = block.Query.Split('\n');
        var query = lines.TakeWhile(line => !IsExpectation(line, marks));
        return new Case(block.Line, string.Join('\n', query), string.Join('\n', lines.SkipWhile(line => !IsExpectation(line, marks))));
    }

    private static bool IsExpectation(string line, string marks) => line.Length > 1 && line[1] == ' ' && marks.Contains(line[0]);

    private static IEnumerable<(int Line, string Query)> Blocks(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", name));
        var block = new List<string>();
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && lines[i].StartsWith("# ", StringComparison.Ordinal)) continue;
            if (i < lines.Length && lines[i].Length > 0)
            {
                block.Add(lines[i]);
                continue;
            }

            if (block.Count > 0) yield return (i - block.Count + 1, string.Join('\n', block));
            block.Clear();
        }
    }

    private static void Update(string name, string marks, Func<string, string> actual)
    {
        var source = Path.Combine(SharedData.RepositoryRoot, "tests", "Archive.Adql.Tests", "Cases", name);
        var text = new StringBuilder();
        var query = new List<string>();
        foreach (var line in File.ReadLines(source).Append(""))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
            }
            else if (line.Length > 0)
            {
                if (!IsExpectation(line, marks)) query.Add(line);
            }
            else
            {
                if (query.Count > 0) text.AppendJoin('\n', query).Append('\n').Append(actual(string.Join('\n', query))).Append('\n');
                query.Clear();
                text.Append('\n');
            }
        }

        File.WriteAllText(source, text.ToString().TrimEnd('\n') + "\n");
        File.Copy(source, Path.Combine(AppContext.BaseDirectory, "Cases", name), overwrite: true);
    }
}
