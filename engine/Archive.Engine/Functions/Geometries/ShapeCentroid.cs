using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions.Geometries;

/// <summary>DOUBLE[] of (shape): the point that is its centre, ICRS degrees; null where the numbers make no shape, and of a shape that has no centre, such as the whole sphere.</summary>
internal sealed class ShapeCentroid : ScalarFunction
{
    public override string Name => SkyFunctions.Centroid;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Blob];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override object? Bind(FunctionBinding binding) => ShapeRows.Constants(binding, 1);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var bytes = arguments[0];
        var shapes = new ShapeRows(bytes, ((SkyShape?[])bound!)[0]);
        var centres = result.Lists<double>();
        Span<double> point = stackalloc double[2];
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (bytes.IsNull(row)) continue;
            arguments.ThrowIfInterrupted();
            if (shapes[row]?.Centroid is { IsFinite: true } centre)
            {
                (point[0], point[1]) = (centre.LonDegrees, centre.LatDegrees);
                centres.Write(row, point);
            }
            else
            {
                result.SetNull(row);
            }
        }
    }
}
