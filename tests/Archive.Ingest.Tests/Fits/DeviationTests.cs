using System.Text;
using Archive.Ingest.Tests.Fits.Oracle;

namespace Archive.Ingest.Tests.Fits;

/// <summary>
/// Every card of the corpus, by this reader, astropy and cfitsio. Where they part is listed in <c>deviations.tsv</c>, each line with a reason of
/// <c>deviation-reasons.tsv</c>: a difference that isn't listed fails, and so does a listed one that is gone. Where FITS_UPDATE_CASES is set, the list
/// and the README's are written anew, to be read in the diff; what is new has a question mark for a reason, and fails until somebody knows one.
/// </summary>
public sealed class DeviationTests
{
    private const string Begin = "<!-- deviations -->", End = "<!-- end of deviations -->";

    private static readonly string[] Folders = ["nasty", "real"];

    [SkippableFact]
    public void This_reader_and_others_part_where_the_table_says_and_nowhere_else()
    {
        string corpus = SharedData.Require("corpora/fits");
        string[] found = [.. Folders.SelectMany(folder => OracleFile.Of(corpus, folder)).SelectMany(oracle => OracleComparison.Compare(corpus, oracle)).Select(d => d.ToString())];
        Dictionary<string, string> reasons = CaseTable.Rows("deviations.tsv").ToDictionary(row => Deviation.Parse(row).ToString(), row => row[5]);
        CaseTable.Update("deviations.tsv", () => found.Select(d => $"{d}\t{reasons.GetValueOrDefault(d, "?")}"));

        Assert.Equal(CaseTable.Rows("deviations.tsv").Select(row => Deviation.Parse(row).ToString()), found);
    }

    [Fact]
    public void Each_deviation_has_a_reason_and_each_reason_is_of_a_deviation()
    {
        string[] Used(string reader) => [.. CaseTable.Rows("deviations.tsv").Where(row => row[0].StartsWith(reader, StringComparison.Ordinal)).Select(row => row[5]).Distinct().Order(StringComparer.Ordinal)];
        string[] Explained(string reader) => [.. CaseTable.Rows("deviation-reasons.tsv").Where(row => row[1].Split(", ").Contains(reader)).Select(row => row[0]).Order(StringComparer.Ordinal)];

        Assert.Equal(Explained("astropy"), Used("astropy"));
        Assert.Equal(Explained("cfitsio"), Used("cfitsio"));
    }

    [Fact]
    public void The_README_tells_the_reasons()
    {
        string path = Path.Combine(SharedData.RepositoryRoot, "ingest", "README.md");
        StringBuilder list = new($"{Begin}\n\n| | what they do | what is done here, and why |\n|---|---|---|\n");
        foreach (string[] row in CaseTable.Rows("deviation-reasons.tsv"))
        {
            list.Append("| ").AppendJoin(" | ", row[1..4]).Append(" |\n");
        }

        string expected = list.Append('\n').Append(End).ToString();
        string text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal) + End.Length;
        if (CaseTable.IsUpdate)
        {
            File.WriteAllText(path, text[..begin] + expected + text[end..]);
        }

        Assert.Equal(expected, CaseTable.IsUpdate ? expected : text[begin..end]);
    }
}
