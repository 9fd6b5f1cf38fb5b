using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Healpix;

namespace Archive.Engine.Functions.Geometries;

/// <summary>DOUBLE[] of (order, index): the point in the middle of a HEALPix cell, NESTED; null for an order that isn't 0 to 29 and for an index that it doesn't have.</summary>
internal sealed class HealpixCentre : ScalarFunction
{
    public override string Name => SkyFunctions.HealpixCentre;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.BigInt, DuckDbType.BigInt];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var orders = arguments[0].Values<long>();
        var cells = arguments[1].Values<long>();
        var centres = result.Lists<double>();
        Span<double> point = stackalloc double[2];
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (orders[row] is >= 0 and <= HealpixNested.MaxOrder && cells[row] >= 0 && cells[row] < HealpixNested.CellCount((int)orders[row]))
            {
                (point[0], point[1]) = HealpixNested.CentreOf((int)orders[row], cells[row]);
                centres.Write(row, point);
            }
            else
            {
                result.SetNull(row);
            }
        }
    }
}
