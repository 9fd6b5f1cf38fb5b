using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions.Geometries;

/// <summary>
/// DOUBLE[] of (DOUBLE[]): the four corners, as a polygon, of a box of which the numbers are longitude, latitude, width and height; null where they make no box, and for a box that has no such
/// polygon, as its width or height is 0, or 180 degrees or more.
/// </summary>
internal sealed class BoxCorners : ScalarFunction
{
    public override string Name => SkyFunctions.BoxCorners;

    public override IReadOnlyList<SqlType> Parameters { get; } = [SqlType.ListOf(DuckDbType.Double)];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var rows = new NumberLists(arguments[0]);
        var polygons = result.Lists<double>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (rows.TryGet(row, out var numbers) && RowShapes.TryMake(PolygonOf, numbers) is PolygonShape polygon) polygons.Write(row, polygon.LonLatDegrees);
            else result.SetNull(row);
        }
    }

    private static PolygonShape PolygonOf(ReadOnlySpan<double> numbers) => new BoxShape(numbers[0], numbers[1], numbers[2], numbers[3]).ToPolygon();
}
