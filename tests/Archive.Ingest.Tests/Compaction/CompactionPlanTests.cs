using Archive.Catalogue.Manifests;
using Archive.Ingest.Compaction;

namespace Archive.Ingest.Tests.Compaction;

/// <summary>Which nights are put together.</summary>
public class CompactionPlanTests
{
    /// <summary>Partitions with their rows; what becomes of them with at most 100 rows, 60 days settled.</summary>
    [Theory]
    [InlineData("2004-01-05 10, 2004-03-09 20, 2006-01-01 1", "2004 30")]
    [InlineData("2004-01-05 60, 2004-01-09 20, 2004-03-09 40, 2006-01-01 1", "2004-01 80")]
    [InlineData("2004-01-05 60, 2004-01-09 41, 2006-01-01 1", "")]
    [InlineData("2004-01-05 50, 2004-01-09 50, 2006-01-01 1", "2004 100")]
    [InlineData("2004-01 50, 2004-02-09 20, 2006-01-01 1", "2004 70")]
    [InlineData("2004 50, 2006-01-01 1", "")]
    [InlineData("2004-01-05 50, 2006-01-01 1", "")]
    [InlineData("2004-01-05 10, 2004-01-05 10, 2004-01-06 90, 2006-01-01 1", "")]
    [InlineData("2004-01-05 10, 2004-01-05 10, 2006-01-01 1", "2004 20")]
    [InlineData("2004-10-30 1, 2004-10-31 1, 2004-11-01 1, 2004-11-02 1, 2004-12-30 1", "2004-10 2")]
    [InlineData("2004-10-30 1, 2004-10-31 1, 2004-12-29 1", "")]
    [InlineData("2004-12-30 1, 2004-12-31 1, 2005-03-01 1", "2004 2")]
    [InlineData("2004-12-30 1, 2004-12-31 1, 2005-02-28 1", "")]
    [InlineData("", "")]
    public void Whole_years_else_whole_months(string partitions, string expected)
    {
        var files = partitions.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((part, index) =>
            new PartitionFile(FormattableString.Invariant($"ut_date={part.Split(' ')[0]}/{index}.parquet"), part.Split(' ')[0], int.Parse(part.Split(' ')[1], null), 1, ""));
        var steps = CompactionPlan.Of(new Manifest { Number = 1, Created = default, Files = [.. files] }, new CompactionRule(100, 60));
        Assert.Equal(expected, string.Join(", ", steps.Select(step => FormattableString.Invariant($"{step.Period} {step.Rows}"))));
    }

    [Fact]
    public void A_table_that_is_not_cut_by_date_stays_as_it_is() =>
        Assert.Empty(CompactionPlan.Of(new Manifest { Number = 1, Created = default, Files = [new("data/0.parquet", "", 1, 1, ""), new("data/1.parquet", "", 1, 1, "")] }, new CompactionRule()));
}
