using System.Globalization;
using Archive.DuckDb;
using Archive.Engine.Functions;
using Archive.Sky.Shapes;

namespace Archive.Engine.Tests;

/// <summary>Functions that only make queries faster: DuckDB's own words, or the exact test, must say the same.</summary>
public sealed class FunctionTests : IDisposable
{
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(null);
    private readonly DuckDbConnection connection;

    public FunctionTests()
    {
        connection = database.Connect();
        foreach (var function in FunctionSet.All) connection.Register(function);
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    /// <summary>Texts of few letters and all lengths up to 80 bytes, in which parts of all lengths are found, nearly found, and at every place.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("aab")]
    [InlineData("abaabba")]
    [InlineData("babababababababab")]
    [InlineData("é")]
    [InlineData("aéb")]
    [InlineData("")]
    public void A_part_is_found_wherever_DuckDb_finds_it(string part)
    {
        connection.Execute("CREATE TABLE texts AS SELECT left(translate(md5(i::VARCHAR) || md5((-i)::VARCHAR) || md5((i / 2)::VARCHAR), '0123456789abcdef', 'abaabéabababbaba'), i % 81) AS t FROM range(20000) r(i)");
        connection.Execute($"INSERT INTO texts SELECT left(t, i % 40) || '{part}' || substr(t, i % 40 + 1) FROM (SELECT t, CAST(row_number() OVER () AS BIGINT) AS i FROM texts)");
        connection.Execute("INSERT INTO texts VALUES (NULL), (''), ('a')");
        Assert.Equal(0, Count($"SELECT count(*) FROM texts WHERE text_contains(t, '{part}') IS DISTINCT FROM contains(t, '{part}')"));
        Assert.InRange(Count($"SELECT count(*) FROM texts WHERE text_contains(t, '{part}')"), 20_000, 40_002);
    }

    [Fact]
    public void The_part_may_differ_from_row_to_row() =>
        Assert.Equal(0, Count("SELECT count(*) FROM (SELECT hash(i)::VARCHAR AS t, CASE WHEN i % 11 > 0 THEN (i // 3 % 200)::VARCHAR END AS part FROM range(30000) r(i)) WHERE text_contains(t, part) IS DISTINCT FROM contains(t, part)"));

    public static TheoryData<string, double> Shapes() => new()
    {
        { Blob(new BoxShape(150, 0, 2, 120)), 0.03 },
        { Blob(new BoxShape(0, 90, 0.5, 170)), 0.05 },
        { Blob(new CircleShape(0, 0, 60)), 0.4 },
        { Blob(new CircleShape(37, -90, 0.01)), 0.001 },
        { Blob(new PolygonShape([350, -70, 10, -70, 5, 80])), 0.2 },
    };

    /// <param name="shape">A shape, encoded.</param>
    /// <param name="largestShare">More of the sky's positions than this needn't pass.</param>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_position_of_a_shape_is_in_a_cell_that_it_does_not_cover(string shape, double largestShare)
    {
        connection.Execute("CREATE TABLE positions AS SELECT (i * 137.50776405003785e0) % 360 AS ra, degrees(asin(1 - 2 * (i + 0.5e0) / 200000)) AS dec FROM range(200000) r(i)");
        connection.Execute("INSERT INTO positions SELECT (hash(i) % 3600000) / 10000e0, -90 + (hash(-i) % 1000) / 100000e0 FROM range(20000) r(i)");
        connection.Execute("CREATE TABLE cells AS SELECT ra, dec, healpix_cell(ra, dec) AS cell FROM positions");
        Assert.InRange(Count($"SELECT count(*) FROM cells WHERE sky_contains(ra, dec, {shape})"), 100, long.MaxValue);
        Assert.Equal(0, Count($"SELECT count(*) FROM cells WHERE sky_contains(ra, dec, {shape}) AND NOT sky_covers_cell(cell, {shape})"));
        Assert.InRange(Count($"SELECT count(*) FROM (SELECT * FROM cells LIMIT 200000) WHERE sky_covers_cell(cell, {shape})"), 0, (long)(200_000 * largestShare));
    }

    private static string Blob(SkyShape shape) => string.Create(CultureInfo.InvariantCulture, $"from_hex('{Convert.ToHexString(shape.Encode())}')");

    private long Count(string sql)
    {
        using var result = connection.Query(sql);
        using var chunk = result.FetchChunk();
        return chunk!.Column(0).Values<long>()[0];
    }
}
