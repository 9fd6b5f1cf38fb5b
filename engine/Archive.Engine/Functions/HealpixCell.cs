using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Healpix;

namespace Archive.Engine.Functions;

/// <summary>BIGINT of (longitude, latitude) in ICRS degrees: the HEALPix cell of order 29, NESTED; null for a position that isn't on the sphere.</summary>
internal sealed class HealpixCell : ScalarFunction
{
    public override string Name => SkyFunctions.Cell;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double];

    public override SqlType ReturnType => DuckDbType.BigInt;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var cells = result.Values<long>();
        HealpixNested.IndexesOf(HealpixNested.MaxOrder, arguments[0].Values<double>(), arguments[1].Values<double>(), cells);
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (cells[row] == HealpixNested.NoIndex) result.SetNull(row);
        }
    }
}
