using Archive.Adql;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Engine.Functions;
using Archive.Sky;

namespace Archive.Bench.Crossmatch;

/// <summary>
/// Two catalogues in memory, kept as the query store keeps tables. The left one's positions are spread evenly; half of the right one's are within two arcseconds of one
/// of them, and half are elsewhere.
/// </summary>
internal sealed class Catalogues : IDisposable
{
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(null);
    private readonly DuckDbConnection connection;

    public Catalogues(int left, int right)
    {
        connection = database.Connect();
        foreach (var function in FunctionSet.All) connection.Register(function);
        connection.Execute($"CREATE SCHEMA {StoreColumns.SkyOrderSchema}");
        Make("lefts", left, "(i * 137.50776405003785e0) % 360", $"degrees(asin(1 - 2 * ((i * 7368787 % {left}) + 0.5e0) / {left}))");
        Make("rights", right,
            $"CASE WHEN i % 2 = 0 THEN ((i % {left}) * 137.50776405003785e0 + 0.0004 * sin(i)) % 360 ELSE (i * 222.49223594996215e0) % 360 END",
            $"CASE WHEN i % 2 = 0 THEN degrees(asin(1 - 2 * (((i % {left}) * 7368787 % {left}) + 0.5e0) / {left})) + 0.0004 * cos(3 * i) ELSE degrees(asin(1 - 2 * ((i * 7368787 % {right}) + 0.25e0) / {right})) END");
    }

    public long CountPairs(double radiusDegrees)
    {
        using var result = Run(FormattableString.Invariant($"SELECT COUNT(*) FROM lefts AS l JOIN rights AS r ON DISTANCE(l.ra, l.dec, r.ra, r.dec) <= {radiusDegrees:R}"));
        using var chunk = result.FetchChunk()!;
        return chunk.Column(0).Values<long>()[0];
    }

    public List<(int Left, int Right)> PairsOfFirst(int rows, double radiusDegrees)
    {
        using var result = Run(FormattableString.Invariant(
            $"SELECT l.id, r.id FROM lefts AS l JOIN rights AS r ON DISTANCE(l.ra, l.dec, r.ra, r.dec) <= {radiusDegrees:R} WHERE l.id < {rows} ORDER BY l.id, r.id"));
        var pairs = new List<(int, int)>();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var i = 0; i < chunk.RowCount; i++) pairs.Add((chunk.Column(0).Values<int>()[i], chunk.Column(1).Values<int>()[i]));
            }
        }

        return pairs;
    }

    /// <summary>Compares each of the first rows with all rows of the right table.</summary>
    public List<(int Left, int Right)> PairsByBruteForce(int rows, double radiusDegrees)
    {
        var lefts = Positions("lefts", $"WHERE id < {rows}");
        var rights = Positions("rights", "");
        var pairs = new List<(int, int)>();
        foreach (var (leftId, left) in lefts)
        {
            foreach (var (rightId, right) in rights)
            {
                // Most lie farther north or south than any pair can.
                if (Math.Abs(left.Z - right.Z) < 1e-4 && left.DegreesTo(right) <= radiusDegrees) pairs.Add((leftId, rightId));
            }
        }

        pairs.Sort();
        return pairs;
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    private void Make(string name, int rows, string ra, string dec) => connection.Execute(
        $"""
        CREATE TABLE {StoreColumns.PartitionOrderSchema}.{name} AS SELECT i::INTEGER AS id, {ra} AS ra, {dec} AS dec FROM range({rows}) rows(i);
        CREATE TABLE {StoreColumns.SkyOrderSchema}.{name} AS
        SELECT id, ra, dec, {SkyFunctions.Cell}(ra, dec) AS {StoreColumns.Cell}, cos(radians(dec)) * cos(radians(ra)) AS {StoreColumns.X},
               cos(radians(dec)) * sin(radians(ra)) AS {StoreColumns.Y}, sin(radians(dec)) AS {StoreColumns.Z}
        FROM {StoreColumns.PartitionOrderSchema}.{name} ORDER BY {StoreColumns.Cell};
        """);

    private List<(int Id, UnitVector Position)> Positions(string name, string where)
    {
        using var result = connection.Query($"SELECT id, ra, dec FROM {StoreColumns.PartitionOrderSchema}.{name} {where}");
        var positions = new List<(int, UnitVector)>();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var i = 0; i < chunk.RowCount; i++)
                    positions.Add((chunk.Column(0).Values<int>()[i], UnitVector.FromDegrees(chunk.Column(1).Values<double>()[i], chunk.Column(2).Values<double>()[i])));
            }
        }

        return positions;
    }

    private DuckDbResult Run(string adql)
    {
        var query = AdqlCompiler.Compile(adql, Tables, AdqlOptions.Default);
        return query.Parameters.IsEmpty ? connection.Query(query.Sql) : throw new InvalidOperationException("A join by distance needs no parameters: " + query.Sql);
    }

    private static TableSet Tables { get; } = new([new Schema("bench")], [Describe("lefts"), Describe("rights")]);

    private static Table Describe(string name) => new("bench", name,
        [new Column { Name = "id", Type = ColumnType.Int }, new Column { Name = "ra", Type = ColumnType.Double }, new Column { Name = "dec", Type = ColumnType.Double }])
    {
        Position = new PositionColumns("ra", "dec"),
    };
}
