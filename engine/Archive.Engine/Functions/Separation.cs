using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky;

namespace Archive.Engine.Functions;

/// <summary>DOUBLE of (longitude, latitude, longitude, latitude): the great-circle distance of two positions; all in degrees.</summary>
internal sealed class Separation : ScalarFunction
{
    public override string Name => SkyFunctions.Distance;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double, DuckDbType.Double, DuckDbType.Double];

    public override SqlType ReturnType => DuckDbType.Double;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound) =>
        Distance.Degrees(arguments[0].Values<double>(), arguments[1].Values<double>(), arguments[2].Values<double>(), arguments[3].Values<double>(), result.Values<double>());
}
