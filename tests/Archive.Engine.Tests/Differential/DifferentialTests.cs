using System.Globalization;
using System.Text;

namespace Archive.Engine.Tests.Differential;

/// <summary>
/// Random queries of random tables, answered three times: by the engine with its functions, cells and unit vectors; in plain SQL arithmetic; and row by row in extended
/// precision. Whoever disagrees fails the test, with the seed that brings it back. Rows within about 1e-12 radians (0.2 microarcseconds) of a border are left out.
/// </summary>
public sealed class DifferentialTests
{
    private const int RowsOfATable = 250;
    private const int QueriesOfATable = 150;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Three_ways_of_answering_agree(int seed)
    {
        var random = new Random(seed);
        using var table = new TrialTable(random, RowsOfATable);
        var wrong = new StringBuilder();
        var (compared, selected) = (0, 0);
        for (var number = 0; number < QueriesOfATable; number++)
        {
            var condition = TrialCondition.Random(random, 3);
            var truths = table.Rows.ToDictionary(row => row.Id, condition.Holds);
            var (engine, plain) = (await table.AskEngineAsync(condition.Adql), table.AskInPlainSql(condition.PlainSql));
            foreach (var (id, truth) in truths)
            {
                if (truth == Truth.TooClose) continue;
                compared++;
                if (truth == Truth.True) selected++;
                if (engine.Contains(id) != (truth == Truth.True)) wrong.Append(CultureInfo.InvariantCulture, $"seed {seed}, query {number}, engine, {table.Rows[id]} is {truth}: {condition.Adql}\n");
                if (plain.Contains(id) != (truth == Truth.True)) wrong.Append(CultureInfo.InvariantCulture, $"seed {seed}, query {number}, plain SQL, {table.Rows[id]} is {truth}: {condition.PlainSql}\n");
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
        // Lest the queries be too easy, or all rows too close.
        Assert.InRange(compared, RowsOfATable * QueriesOfATable * 9 / 10, RowsOfATable * QueriesOfATable);
        Assert.InRange(selected, compared / 20, compared * 19 / 20);
    }
}
