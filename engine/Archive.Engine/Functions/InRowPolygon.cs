using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions;

/// <summary>BOOLEAN of (longitude, latitude, list of vertices' longitudes and latitudes in turn), ICRS degrees. False for a polygon that can't be, null where a number of it is.</summary>
internal sealed class InRowPolygon : ScalarFunction
{
    public override string Name => SkyFunctions.InPolygon;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double, SqlType.ListOf(DuckDbType.Double)];

    public override SqlType ReturnType => DuckDbType.Boolean;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var longitudes = arguments[0];
        var latitudes = arguments[1];
        var polygons = new NumberLists(arguments[2]);
        var inside = result.Values<byte>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            inside[row] = 0;
            if (!polygons.TryGet(row, out var numbers))
            {
                result.SetNull(row);
                continue;
            }

            if (longitudes.IsNull(row) || latitudes.IsNull(row)) continue;
            var shape = RowShapes.TryMake(static numbers => new PolygonShape(numbers), numbers);
            if (shape?.Contains(longitudes.Values<double>()[row], latitudes.Values<double>()[row]) == true) inside[row] = 1;
        }
    }
}
