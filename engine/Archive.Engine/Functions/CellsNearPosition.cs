using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Healpix;

namespace Archive.Engine.Functions;

/// <summary>
/// BIGINT[] of (longitude, latitude, radius, order), in ICRS degrees: the HEALPix cells, NESTED, that hold all positions within the radius. Empty where the
/// position isn't on the sphere, and for a negative radius.
/// </summary>
internal sealed class CellsNearPosition : ScalarFunction
{
    public override string Name => SkyFunctions.NearbyCells;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double, DuckDbType.Double, DuckDbType.Integer];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.BigInt);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var longitudes = arguments[0];
        var latitudes = arguments[1];
        var radii = arguments[2];
        var orders = arguments[3];
        var lists = result.Lists<long>();
        NearbyCells? nearby = null;
        var nearbyOrder = -1;
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (longitudes.IsNull(row) || latitudes.IsNull(row) || radii.IsNull(row) || orders.IsNull(row)) continue;
            var order = orders.Values<int>()[row];
            if (order != nearbyOrder) nearby = new NearbyCells(nearbyOrder = order);
            lists.Write(row, nearby!.Of(longitudes.Values<double>()[row], latitudes.Values<double>()[row], radii.Values<double>()[row]));
        }
    }
}
