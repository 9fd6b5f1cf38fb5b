using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Healpix;

namespace Archive.Engine.Functions;

/// <summary>INTEGER of a radius in degrees: the order of HEALPix cells at which circles up to this radius are best joined.</summary>
internal sealed class JoinOrder : ScalarFunction
{
    public override string Name => SkyFunctions.JoinOrder;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double];

    public override SqlType ReturnType => DuckDbType.Integer;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var orders = result.Values<int>();
        for (var row = 0; row < arguments.RowCount; row++) orders[row] = NearbyCells.OrderFor(arguments[0].Values<double>()[row]);
    }
}
