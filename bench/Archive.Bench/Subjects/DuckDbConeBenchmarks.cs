using System.Globalization;
using Archive.Adql;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Engine.Functions;
using Archive.Sky.Shapes;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>How many positions lie in a cone, asked of DuckDB in four ways, from what one would write first to what the archive runs.</summary>
[Subject("A cone of 1° through DuckDB", "cone", 1, "10,000,000 positions spread evenly over the sphere, in memory, all cores. Every way gives the same count.")]
public class DuckDbConeBenchmarks
{
    private const int RowCount = 10_000_000;
    private const string LonDegrees = "150.0";
    private const string LatDegrees = "20.0";
    private static readonly CircleShape Cone = new(150, 20, 1);

    private const string Haversine =
        $"2 * asin(sqrt(pow(sin(radians(dec - {LatDegrees}) / 2), 2) + cos(radians({LatDegrees})) * cos(radians(dec)) * pow(sin(radians(ra - {LonDegrees}) / 2), 2))) <= radians(1.0)";

    private DuckDbDatabase? database;
    private DuckDbConnection? connection;
    private string translated = "";

    /// <summary>Makes the positions twice, as the query store keeps a table: as they come, and in the order of the sky.</summary>
    [GlobalSetup]
    public void MakePositions()
    {
        database = DuckDbDatabase.Open(null);
        connection = database.Connect();
        foreach (var function in FunctionSet.All) connection.Register(function);

        // A spiral of equal areas from pole to pole, in an order that isn't the sky's: the factor and the row count share no divisor.
        connection.Execute(
            $"""
            CREATE TABLE {StoreColumns.PartitionOrderSchema}.positions AS
            SELECT (i * 137.50776405003785e0) % 360 AS ra, degrees(asin(1 - 2 * ((i * 7368787 % {RowCount}) + 0.5e0) / {RowCount})) AS dec
            FROM range({RowCount}) rows(i);
            CREATE SCHEMA {StoreColumns.SkyOrderSchema};
            CREATE TABLE {StoreColumns.SkyOrderSchema}.positions AS
            SELECT ra, dec, {SkyFunctions.Cell}(ra, dec) AS {StoreColumns.Cell}, cos(radians(dec)) * cos(radians(ra)) AS {StoreColumns.X},
                   cos(radians(dec)) * sin(radians(ra)) AS {StoreColumns.Y}, sin(radians(dec)) AS {StoreColumns.Z}
            FROM {StoreColumns.PartitionOrderSchema}.positions ORDER BY {StoreColumns.Cell};
            """);
        translated = Translate();
        var counts = new[] { HaversineInSql(), HaversineInDeclinationBand(), FunctionOverVectors(), Archive() };
        if (counts.Distinct().Count() != 1) throw new InvalidOperationException($"The ways disagree: {string.Join(", ", counts)}.");
    }

    [GlobalCleanup]
    public void Close()
    {
        connection?.Dispose();
        database?.Dispose();
    }

    [Benchmark(Description = "haversine in SQL", Baseline = true)]
    public long HaversineInSql() => Count($"FROM {StoreColumns.PartitionOrderSchema}.positions WHERE {Haversine}");

    [Benchmark(Description = "haversine in SQL within a declination band")]
    public long HaversineInDeclinationBand() => Count($"FROM {StoreColumns.PartitionOrderSchema}.positions WHERE dec BETWEEN 18.99 AND 21.01 AND {Haversine}");

    [Benchmark(Description = "C# function over vectors")]
    public long FunctionOverVectors() => Count($"FROM {StoreColumns.PartitionOrderSchema}.positions WHERE {new ContainsPosition().Name}(ra, dec, {Blob(Cone.Encode())})");

    [Benchmark(Description = "what the archive runs: sky order, cell ranges, C# function over unit vectors")]
    public long Archive() => Read(translated);

    private static string Translate()
    {
        var table = new Table("bench", "positions", [new Column { Name = "ra", Type = ColumnType.Double }, new Column { Name = "dec", Type = ColumnType.Double }])
        {
            Position = new PositionColumns("ra", "dec"),
        };
        var query = AdqlCompiler.Compile($"SELECT COUNT(*) FROM positions WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE({LonDegrees}, {LatDegrees}, 1))",
            new TableSet([new Schema("bench")], [table]), AdqlOptions.Default);
        return query.Parameters.IsEmpty ? query.Sql : throw new InvalidOperationException("A cone needs no parameters: " + query.Sql);
    }

    private static string Blob(byte[] bytes) => string.Create(CultureInfo.InvariantCulture, $"from_hex('{Convert.ToHexString(bytes)}')");

    private long Count(string from) => Read($"SELECT count(*) {from}");

    private long Read(string sql)
    {
        using var result = connection!.Query(sql);
        using var chunk = result.FetchChunk();
        return chunk!.Column(0).Values<long>()[0];
    }
}
