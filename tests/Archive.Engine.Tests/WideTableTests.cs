using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Tests;

/// <summary>A search by position among so many columns that the order of the sky doesn't hold all of them finds the rows that a test of each row finds.</summary>
public sealed class WideTableTests : IClassFixture<WideTableTests.Exposures>
{
    private readonly Exposures exposures;

    public WideTableTests(Exposures exposures) => this.exposures = exposures;

    [Theory]
    [InlineData("SELECT * FROM wide WHERE {0}", 4)]
    [InlineData("SELECT c99, c1 FROM wide AS w WHERE {0} AND c1 > 1 ORDER BY c99", 3)]
    [InlineData("SELECT TOP 2 * FROM wide WHERE {0} ORDER BY id DESC", 2)]
    [InlineData("SELECT DISTINCT c3 FROM wide WHERE {0} OR id = 400", 5)]
    [InlineData("SELECT c3, COUNT(*) AS n FROM wide WHERE {0} GROUP BY c3 HAVING MAX(c4) > 1", 4)]
    [InlineData("SELECT c3 FROM wide AS a WHERE {0} AND EXISTS (SELECT 1 FROM wide AS b WHERE b.c5 = a.c5 + 100)", 4)]
    [InlineData("SELECT id FROM wide AS a WHERE EXISTS (SELECT * FROM wide AS w WHERE {0} AND w.c7 + 1 = a.c8)", 4)]
    [InlineData("SELECT n.c3 FROM (SELECT * FROM wide WHERE {0}) AS n", 4)]
    [InlineData("SELECT a.c3, w.c4 FROM wide AS a JOIN wide AS w ON w.id = a.id WHERE 1 = CONTAINS(POINT(a.ra, a.dec), CIRCLE(100, 0, 2.1))", 4)]
    [InlineData("SELECT c3 FROM wide WHERE {0} UNION ALL SELECT c4 FROM wide WHERE {0}", 8)]
    public async Task The_rows_are_those_of_the_exact_test(string query, int expected)
    {
        var found = await RowsOf(query, "1 = CONTAINS(POINT(ra, dec), CIRCLE(100, 0, 2.1))", null);
        Assert.Equal(expected, found.Count);
        Assert.Equal(found, await RowsOf(query, "0 < CONTAINS(POINT(ra, dec), CIRCLE(100, 0, 2.1))", null));
        Assert.Equal(found, await RowsOf(query, "1 = CONTAINS(POINT(ra, dec), CIRCLE(100, 0, 2.1))", "wide:1"));
    }

    private async Task<List<string>> RowsOf(string query, string condition, string? snapshot)
    {
        SnapshotChoice? choice = null;
        if (snapshot is not null) Assert.True(SnapshotChoice.TryParse(snapshot, out choice, out var fault), fault);
        using var running = await exposures.Engine.StartAsync(new EngineQuery(query.Replace("{0}", condition, StringComparison.Ordinal)) { Snapshot = choice });
        return [.. Rows.Read(running).Order(StringComparer.Ordinal)];
    }

    public sealed class Exposures : IDisposable
    {
        private readonly SmallArchive archive = new();

        public Exposures()
        {
            Column[] columns =
            [
                new() { Name = "id", Type = ColumnType.Int, IsPrincipal = true }, new() { Name = "ra", Type = ColumnType.Double }, new() { Name = "dec", Type = ColumnType.Double },
                .. Enumerable.Range(0, 100).Select(i => new Column { Name = $"c{i}", Type = ColumnType.Int }),
            ];
            var rows = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"((i - 99) * 100 + {i})::INTEGER AS c{i}"));
            archive.Write(new Table("s", "wide", columns) { KeyColumn = "id", Position = new PositionColumns("ra", "dec") },
                ("", $"SELECT i::INTEGER AS id, i::DOUBLE AS ra, CASE WHEN i = 98 THEN 5.0 ELSE 0.5 END::DOUBLE AS dec, {rows} FROM range(450) t(i)"));
            Engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
        }

        public ArchiveEngine Engine { get; }

        public void Dispose()
        {
            Engine.Dispose();
            archive.Dispose();
        }
    }
}
