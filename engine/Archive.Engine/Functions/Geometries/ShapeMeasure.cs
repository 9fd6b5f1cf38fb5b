using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions.Geometries;

/// <summary>DOUBLE[] of (shape): a point or circle that says where the shape is, ICRS degrees; null where the numbers make no shape.</summary>
/// <param name="name">Name of the function.</param>
/// <param name="measure">The numbers; null where the shape has none.</param>
internal sealed class ShapeMeasure(string name, Func<SkyShape, double[]?> measure) : ScalarFunction
{
    /// <summary>The point that is the shape's centre; null of a shape that has no centre, such as the whole sphere.</summary>
    public static ShapeMeasure Centroid { get; } = new(SkyFunctions.Centroid, shape => shape.Centroid is { IsFinite: true } centre ? [centre.LonDegrees, centre.LatDegrees] : null);

    /// <summary>A circle that contains the shape.</summary>
    public static ShapeMeasure BoundingCircle { get; } = new(SkyFunctions.BoundingCircle,
        shape => [shape.BoundingCircle.LonDegrees, shape.BoundingCircle.LatDegrees, shape.BoundingCircle.RadiusDegrees]);

    public override string Name => name;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Blob];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override object? Bind(FunctionBinding binding) => ShapeRows.Constants(binding, 1);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var bytes = arguments[0];
        var shapes = new ShapeRows(bytes, ((SkyShape?[])bound!)[0]);
        var measures = result.Lists<double>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (bytes.IsNull(row)) continue;
            arguments.ThrowIfInterrupted();
            if (shapes[row] is { } shape && measure(shape) is { } numbers) measures.Write(row, numbers);
            else result.SetNull(row);
        }
    }
}
