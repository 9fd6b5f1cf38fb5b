using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions;

/// <summary>BOOLEAN of (longitude, latitude, shape): whether a position in ICRS degrees lies in the shape or on its border.</summary>
internal sealed class ContainsPosition : ScalarFunction
{
    public override string Name => SkyFunctions.Contains;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double, DuckDbType.Blob];

    public override SqlType ReturnType => DuckDbType.Boolean;

    public override object? Bind(FunctionBinding binding) => ConstantShape.Decode(binding, 2);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound) =>
        ((SkyShape)bound!).Contains(arguments[0].Values<double>(), arguments[1].Values<double>(), result.Values<byte>());
}
