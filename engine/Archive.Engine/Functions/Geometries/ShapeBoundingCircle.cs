using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions.Geometries;

/// <summary>DOUBLE[] of (shape): longitude, latitude and radius of a circle that contains it, ICRS degrees; null where the numbers make no shape.</summary>
internal sealed class ShapeBoundingCircle : ScalarFunction
{
    public override string Name => SkyFunctions.BoundingCircle;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Blob];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override object? Bind(FunctionBinding binding) => ShapeRows.Constants(binding, 1);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var bytes = arguments[0];
        var shapes = new ShapeRows(bytes, ((SkyShape?[])bound!)[0]);
        var circles = result.Lists<double>();
        Span<double> numbers = stackalloc double[3];
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (bytes.IsNull(row)) continue;
            arguments.ThrowIfInterrupted();
            if (shapes[row]?.BoundingCircle is { } circle)
            {
                (numbers[0], numbers[1], numbers[2]) = (circle.LonDegrees, circle.LatDegrees, circle.RadiusDegrees);
                circles.Write(row, numbers);
            }
            else
            {
                result.SetNull(row);
            }
        }
    }
}
