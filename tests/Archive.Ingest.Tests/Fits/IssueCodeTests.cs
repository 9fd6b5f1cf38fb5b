using System.Text.RegularExpressions;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Fits;

/// <summary>The README lists each code with its severity and what the code's own comment says. Where FITS_UPDATE_CASES is set, the list is written anew.</summary>
public sealed partial class IssueCodeTests
{
    private const string Begin = "<!-- issue codes -->", End = "<!-- end of issue codes -->";

    [Fact]
    public void The_README_lists_all_codes()
    {
        string folder = Path.Combine(SharedData.RepositoryRoot, "ingest");
        IEnumerable<string> ofHeaders = Rows(Path.Combine(folder, "Archive.Ingest/Fits/IssueCode.cs"), code => IssueSeverities.Of(Enum.Parse<IssueCode>(code)));
        IEnumerable<string> ofTranslation = Rows(Path.Combine(folder, "Archive.Ingest/Translation/TranslationIssue.cs"), code => TranslationIssueSeverities.Of(Enum.Parse<TranslationIssueCode>(code)));
        string expected = string.Join('\n', [Begin, "", "| code | severity | what |", "|---|---|---|", .. ofHeaders, .. ofTranslation, "", End]);

        string path = Path.Combine(folder, "README.md");
        string text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal) + End.Length;
        if (CaseTable.IsUpdate)
        {
            File.WriteAllText(path, text[..begin] + expected + text[end..]);
        }

        Assert.Equal(expected, CaseTable.IsUpdate ? expected : text[begin..end]);
        Assert.Equal(Enum.GetValues<IssueCode>().Length, ofHeaders.Count());
        Assert.Equal(Enum.GetValues<TranslationIssueCode>().Length, ofTranslation.Count());
    }

    private static IEnumerable<string> Rows(string source, Func<string, IssueSeverity> severity) => CodeWithSummary()
        .Matches(File.ReadAllText(source))
        .Select(match => $"| {match.Groups["code"].Value} | {severity(match.Groups["code"].Value)} | {match.Groups["summary"].Value} |");

    [GeneratedRegex("""^    /// <summary>(?<summary>.*)</summary>\r?\n    (?<code>\w+),""", RegexOptions.Multiline)]
    private static partial Regex CodeWithSummary();
}
