using Archive.Adql;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Engine.Functions;
using Archive.Engine.Store;
using Archive.Sky.Healpix;

namespace Archive.Bench.ConeSizes;

/// <summary>
/// Positions spread evenly over the sphere in a database file, as the query store keeps them in the order of the sky: the centres of HEALPix cells of order 29, an
/// equal number of cells apart, so that they needn't be sorted.
/// </summary>
internal sealed class SkyTable : IDisposable
{
    private const int RowsAtOnce = 10_000_000;
    private const double CellsOfTheSky = 12.0 * (1L << 58);

    private static readonly TableSet Tables = new([new Schema("bench")],
        [new Table("bench", "positions", [new Column { Name = "id", Type = ColumnType.Long }, new Column { Name = "ra", Type = ColumnType.Double }, new Column { Name = "dec", Type = ColumnType.Double }])
        {
            Position = new PositionColumns("ra", "dec"),
        }]);

    private readonly DuckDbDatabase database;
    private readonly DuckDbConnection connection;

    public SkyTable(string folder, int rows)
    {
        database = DuckDbDatabase.Open(null, new Dictionary<string, string> { ["memory_limit"] = "2GB", ["temp_directory"] = folder });
        connection = database.Connect();
        foreach (var function in FunctionSet.All) connection.Register(function);
        connection.Execute($"ATTACH '{Path.Combine(folder, $"positions{rows}.duckdb")}' AS archive (ROW_GROUP_SIZE {RowGroups.SizeFor(rows)}); USE archive; CREATE SCHEMA {StoreColumns.SkyOrderSchema}");
        var step = (long)(CellsOfTheSky / rows);
        for (var first = 0; first < rows; first += RowsAtOnce) Fill(first == 0, first, Math.Min(rows, first + RowsAtOnce), step);
        connection.Execute("CHECKPOINT");
    }

    /// <summary>Reads the rows of a cone, columns id, ra and dec.</summary>
    public int Cone(double raDegrees, double decDegrees, double radiusDegrees)
    {
        var query = AdqlCompiler.Compile(FormattableString.Invariant(
            $"SELECT id, ra, dec FROM positions WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE({raDegrees:R}, {decDegrees:R}, {radiusDegrees:R}))"), Tables, AdqlOptions.Default);
        using var statement = connection.Prepare(query.Sql);
        using var result = statement.ExecuteStreaming();
        var rows = 0;
        while (result.FetchChunk() is { } chunk)
        {
            rows += chunk.RowCount;
            chunk.Dispose();
        }

        return rows;
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    private void Fill(bool isFirst, int first, int end, long step) => connection.Execute(
        $"""
        {(isFirst ? $"CREATE TABLE {StoreColumns.SkyOrderSchema}.positions AS" : $"INSERT INTO {StoreColumns.SkyOrderSchema}.positions")}
        SELECT id, centre[1] AS ra, centre[2] AS dec, cell AS {StoreColumns.Cell}, cos(radians(centre[2])) * cos(radians(centre[1])) AS {StoreColumns.X},
               cos(radians(centre[2])) * sin(radians(centre[1])) AS {StoreColumns.Y}, sin(radians(centre[2])) AS {StoreColumns.Z}
        FROM (SELECT i AS id, i * {step} AS cell, {SkyFunctions.HealpixCentre}({HealpixNested.MaxOrder}, i * {step}) AS centre FROM range({first}, {end}) rows(i))
        """);
}
