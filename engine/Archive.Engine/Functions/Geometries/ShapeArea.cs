using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions.Geometries;

/// <summary>DOUBLE of (shape): its area in square degrees, 0 of a point; null where the numbers make no shape.</summary>
internal sealed class ShapeArea : ScalarFunction
{
    public override string Name => SkyFunctions.Area;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Blob];

    public override SqlType ReturnType => DuckDbType.Double;

    public override object? Bind(FunctionBinding binding) => ShapeRows.Constants(binding, 1);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var bytes = arguments[0];
        var shapes = new ShapeRows(bytes, ((SkyShape?[])bound!)[0]);
        var areas = result.Values<double>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (bytes.IsNull(row)) continue;
            arguments.ThrowIfInterrupted();
            if (shapes[row] is { } shape) areas[row] = shape.AreaSquareDegrees;
            else result.SetNull(row);
        }
    }
}
