using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Healpix;

namespace Archive.Engine.Functions.Geometries;

/// <summary>BIGINT of (order, longitude, latitude): the HEALPix cell of a position, NESTED; null for an order that isn't 0 to 29 and for what is no position.</summary>
internal sealed class HealpixIndex : ScalarFunction
{
    public override string Name => SkyFunctions.HealpixIndex;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.BigInt, DuckDbType.Double, DuckDbType.Double];

    public override SqlType ReturnType => DuckDbType.BigInt;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var orders = arguments[0].Values<long>();
        var longitudes = arguments[1].Values<double>();
        var latitudes = arguments[2].Values<double>();
        var cells = result.Values<long>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (orders[row] is >= 0 and <= HealpixNested.MaxOrder) HealpixNested.IndexesOf((int)orders[row], longitudes.Slice(row, 1), latitudes.Slice(row, 1), cells.Slice(row, 1));
            else cells[row] = HealpixNested.NoIndex;
            if (cells[row] == HealpixNested.NoIndex) result.SetNull(row);
        }
    }
}
