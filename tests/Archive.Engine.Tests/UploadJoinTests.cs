using System.Diagnostics;
using Archive.Catalogue.Tables;
using Archive.DuckDb.Vectors;
using Archive.Engine.Uploads;

namespace Archive.Engine.Tests;

/// <summary>Many positions that a query brings along, matched with a large table: a hash join, never a comparison of all rows with all.</summary>
public sealed class UploadJoinTests(UploadJoinTests.LargeTable large) : IClassFixture<UploadJoinTests.LargeTable>
{
    private const int Positions = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("SELECT s.id, m.n FROM sky AS s JOIN TAP_UPLOAD.mine AS m ON DISTANCE(s.ra, s.dec, m.ra, m.dec) < 1/3600.")]
    [InlineData("SELECT s.id, m.n FROM TAP_UPLOAD.mine AS m JOIN sky AS s ON 1 = CONTAINS(POINT(m.ra, m.dec), CIRCLE(s.ra, s.dec, 1/3600.))")]
    [InlineData("SELECT s.id, m.n FROM TAP_UPLOAD.mine AS m LEFT JOIN sky AS s ON DISTANCE(POINT(s.ra, s.dec), POINT(m.ra, m.dec)) < 1/3600.")]
    public async Task A_hundred_thousand_positions_are_matched_by_a_hash_join(string adql)
    {
        var plan = large.Engine.Plan(adql, [Mine(1000)]);
        Assert.DoesNotContain("NL_JOIN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("NESTED_LOOP", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("CROSS_PRODUCT", plan, StringComparison.Ordinal);
        Assert.Contains("HASH_JOIN", plan, StringComparison.Ordinal);
        var since = Stopwatch.StartNew();
        using var query = await large.Engine.StartAsync(new EngineQuery(adql) { Uploads = [Mine(Positions)] });
        var matched = 0;
        while (query.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) Assert.Equal(2 * chunk.Column(1).Values<int>()[row], chunk.Column(0).Values<int>()[row]);
                matched += chunk.RowCount;
            }
        }

        Assert.Equal(Positions, matched);
        Assert.True(since.Elapsed < Longest, $"It took {since.Elapsed}.");
    }

    /// <summary>Every second position of the table, a tenth of an arcsecond off.</summary>
    private static UploadedTable Mine(int count) => new(
        new Table(UploadSchema.SchemaName, "mine", [Column("n", ColumnType.Int), Column("ra", ColumnType.Double), Column("dec", ColumnType.Double)]) { IsListedWithSchema = true },
        (appender, _) =>
        {
            for (var first = 0; first < count; first += DataChunk.Capacity)
            {
                var rows = Math.Min(DataChunk.Capacity, count - first);
                for (var row = 0; row < rows; row++)
                {
                    var n = first + row;
                    appender.Column(0).Values<int>()[row] = n;
                    appender.Column(1).Values<double>()[row] = LargeTable.RightAscension(2 * n);
                    appender.Column(2).Values<double>()[row] = LargeTable.Declination(2 * n) + (0.1 / 3600);
                }

                appender.Append(rows);
            }
        });

    private static Column Column(string name, ColumnType type) => new() { Name = name, Type = type };

    /// <summary>Positions on a spiral over the whole sky, some minutes of arc apart.</summary>
    public sealed class LargeTable : IDisposable
    {
        private const int Rows = 400_000;

        private readonly SmallArchive archive = new();

        public LargeTable()
        {
            archive.Write(
                new Table("s", "sky", [Column("id", ColumnType.Int), Column("ra", ColumnType.Double), Column("dec", ColumnType.Double)]) { KeyColumn = "id", Position = new PositionColumns("ra", "dec") },
                ("", $"SELECT i::INTEGER AS id, (i * 137.50776405003785::DOUBLE) % 360 AS ra, degrees(asin(-1 + (2 * i + 1)::DOUBLE / {Rows})) AS dec FROM range({Rows}) t(i)"));
            Engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
        }

        public ArchiveEngine Engine { get; }

        public static double RightAscension(int id) => id * 137.50776405003785 % 360;

        public static double Declination(int id) => Math.Asin(-1 + ((2.0 * id + 1) / Rows)) * 180 / Math.PI;

        public void Dispose()
        {
            Engine.Dispose();
            archive.Dispose();
        }
    }
}
