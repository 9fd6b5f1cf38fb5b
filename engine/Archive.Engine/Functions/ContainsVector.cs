using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions;

/// <summary>BOOLEAN of (x, y, z, shape): whether an ICRS unit vector lies in the shape or on its border.</summary>
internal sealed class ContainsVector : ScalarFunction
{
    public override string Name => SkyFunctions.ContainsVector;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double, DuckDbType.Double, DuckDbType.Blob];

    public override SqlType ReturnType => DuckDbType.Boolean;

    public override object? Bind(FunctionBinding binding) => ConstantShape.Decode(binding, 3);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound) =>
        ((SkyShape)bound!).Contains(arguments[0].Values<double>(), arguments[1].Values<double>(), arguments[2].Values<double>(), result.Values<byte>());
}
